//! What git is told about journeys: settings and the line of attributes.
//!
//! Both drivers have a way out. Without the program, or with one that panics or is killed, git
//! would keep ours alone without any marker, and `git diff` would end in the middle.
//! git runs them in a shell and quotes `%P`, `%S`, `%X` and `%Y` itself; `%O`, `%A`, `%B` are names
//! that it made up.

/// The sections that hold nothing else.
pub(super) const SECTIONS: [&str; 2] = ["merge.touchline", "diff.touchline"];

/// Anything but "merged" and "conflicts, with markers" leaves it to git to merge by lines. What
/// git cannot merge either, being binary, is a conflict with ours in place, as it is without us.
const MERGE: &str = "touchline merge --path=%P --marker-size=%L \
    --base-name=%S --ours-name=%X --theirs-name=%Y -- %O %A %B; \
    case $? in 0) exit 0;; 1) exit 1;; esac; \
    echo 'touchline merge failed: merged by lines' >&2; \
    git merge-file --marker-size=%L -L %X -L %S -L %Y -- %A %O %B || exit 1";

/// git puts the file behind it. Errors would stand before each file, so they are not shown.
const TEXTCONV: &str = "f() { touchline textconv -- \"$1\" 2>/dev/null || cat -- \"$1\"; }; f";

/// The settings, with their values.
pub(super) const SETTINGS: [(&str, &str); 5] = [
    ("merge.touchline.name", "journeys, merged by id"),
    ("merge.touchline.driver", MERGE),
    // A common ancestor that is itself a conflict is no journey; git takes an older one instead.
    ("merge.touchline.recursive", "binary"),
    ("diff.touchline.textconv", TEXTCONV),
    // Above a hunk: the element in which it begins.
    ("diff.touchline.xfuncname", "^(.*[^ ]) · [a-z_]+ = "),
];

/// The files it is about. A slash in front: from the top of the repository.
pub(super) const PATTERN: &str = "/journeys/**/*.ron";

/// What every line of ours says.
const DRIVERS: [&str; 2] = ["diff=touchline", "merge=touchline"];

/// What a line of ours may say besides.
const LINE_ENDS: [&str; 2] = ["text", "eol=lf"];

/// The line of attributes; with LF for all only where no file has CRLF.
pub(super) fn line(with_lf: bool) -> String {
    let words = [PATTERN].into_iter().chain(DRIVERS);
    let words = words.chain(LINE_ENDS.into_iter().filter(|_| with_lf));
    words.collect::<Vec<_>>().join(" ")
}

/// Attributes with this line at the end, in the manner of the file; `None` where one of ours is
/// there already.
pub(super) fn added(attributes: &[u8], line: &str) -> Option<Vec<u8>> {
    if attributes
        .split_inclusive(|byte| *byte == b'\n')
        .any(is_ours)
    {
        return None;
    }
    let end = match attributes.windows(2).any(|pair| pair == b"\r\n") {
        true => "\r\n",
        false => "\n",
    };
    // Where the last line has no end, the new one gets none: so it can be taken away again.
    let is_open = !attributes.is_empty() && !attributes.ends_with(b"\n");
    let (before, after) = if is_open { (end, "") } else { ("", end) };
    Some(
        [
            attributes,
            before.as_bytes(),
            line.as_bytes(),
            after.as_bytes(),
        ]
        .concat(),
    )
}

/// Attributes without our lines, the others as they were; `None` where there is none of ours.
pub(super) fn removed(attributes: &[u8]) -> Option<Vec<u8>> {
    let lines = attributes.split_inclusive(|byte| *byte == b'\n');
    let (ours, others): (Vec<&[u8]>, Vec<&[u8]>) = lines.partition(|line| is_ours(line));
    let last = ours.last()?;
    let mut rest = others.concat();
    if !last.ends_with(b"\n") {
        let end: &[u8] = if rest.ends_with(b"\r\n") {
            b"\r\n"
        } else {
            b"\n"
        };
        rest.truncate(rest.strip_suffix(end).map_or(rest.len(), <[u8]>::len));
    }
    Some(rest)
}

/// Our pattern and nothing but our attributes: a line that somebody added to is theirs.
fn is_ours(line: &[u8]) -> bool {
    let line = String::from_utf8_lossy(line);
    let mut words = line.split_ascii_whitespace();
    let is_pattern = words.next() == Some(PATTERN);
    let words: Vec<&str> = words.collect();
    let has_all = DRIVERS.iter().all(|word| words.contains(word));
    let is_known = |word: &&str| DRIVERS.contains(word) || LINE_ENDS.contains(word);
    is_pattern && has_all && words.iter().all(is_known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_once_can_be_removed_and_the_rest_is_as_it_was() {
        for before in [
            "",
            "*.txt text\n",
            "*.txt text",
            "a b\r\nc d\r\n",
            "a b\r\nc d",
            "\n\n",
        ] {
            let line = line(true);
            let after = added(before.as_bytes(), &line).unwrap();
            assert!(
                String::from_utf8_lossy(&after).contains(&line),
                "{before:?}"
            );
            assert_eq!(added(&after, &line), None, "{before:?}");
            assert_eq!(removed(&after).unwrap(), before.as_bytes(), "{before:?}");
        }
    }

    #[test]
    fn lines_of_others_stay_in_place() {
        let ours = line(false);
        let others = "/journeys/**/*.ron diff=touchline\n# /journeys/**/*.ron diff=touchline merge=touchline\n";
        assert_eq!(removed(others.as_bytes()), None);
        let between = format!("first x\n{ours}\n{others}");
        assert_eq!(
            removed(between.as_bytes()).unwrap(),
            format!("first x\n{others}").as_bytes()
        );
        let extended = format!("{ours} -whitespace\n");
        assert_eq!(removed(extended.as_bytes()), None);
    }
}

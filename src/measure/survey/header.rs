//! Which tool wrote a table, by its first rows: how many of them are its header, what its columns
//! are called, and which of them say when, who and whether to count a row at all.

/// Rows that a header can have.
pub const HEADER_ROWS: usize = 3;

/// What wrote a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// Qualtrics: names, questions, import ids.
    Qualtrics,
    /// SurveyMonkey: questions, and their choices below.
    SurveyMonkey,
    /// Typeform: from `#` to `Network ID`.
    Typeform,
    /// Google Forms: a time stamp first.
    GoogleForms,
    /// Anything else: one row of names.
    Plain,
}

/// The header of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// What wrote it.
    pub tool: Tool,
    /// Rows it has.
    pub rows: usize,
    /// Names of the columns, each of them once.
    pub names: Vec<String>,
    /// Questions behind the names; empty where the name says it.
    pub questions: Vec<String>,
    /// Names that stood there before, which got a number.
    pub doubled: Vec<String>,
}

/// What a column of the tool means without being told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    /// When it was answered.
    pub date: Option<usize>,
    /// Which response it is.
    pub response: Option<usize>,
    /// Says of a row whether it is a preview.
    pub status: Option<usize>,
    /// Says of a row whether it was answered to the end.
    pub finished: Option<usize>,
}

/// Why a row does not count for the tool itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Void {
    /// Somebody tried the survey.
    Preview,
    /// Nobody sent it.
    Unfinished,
}

impl Header {
    /// The header of a table with these first rows.
    pub fn of(rows: &[Vec<String>]) -> Header {
        let row = |at: usize| rows.get(at).map(Vec::as_slice).unwrap_or_default();
        let tool = tool(row(0), row(1), row(2));
        let (count, names, questions) = match tool {
            Tool::Qualtrics => (qualtrics_rows(row(2)), row(0).to_vec(), row(1).to_vec()),
            Tool::SurveyMonkey => (2, below(row(0), row(1)), Vec::new()),
            _ => (1, row(0).to_vec(), Vec::new()),
        };
        let (names, doubled) = each_once(names);
        Header {
            tool,
            rows: count.min(rows.len()),
            questions: questions
                .into_iter()
                .chain(vec![String::new(); names.len()])
                .take(names.len())
                .collect(),
            names,
            doubled,
        }
    }

    /// Where the column of this name is; capitals and blanks around it do not matter.
    pub fn position(&self, name: &str) -> Option<usize> {
        let same = |it: &&str| it.trim().to_lowercase() == name.trim().to_lowercase();
        let exact = self.names.iter().position(|it| it == name);
        exact.or_else(|| self.names.iter().position(|it| same(&it.as_str())))
    }

    /// Another column has the same name in the file: nobody can tell which of them is meant.
    pub fn is_doubled(&self, name: &str) -> bool {
        let (name, doubled) = (name.to_lowercase(), self.doubled.iter());
        let is_of = |base: String| name == base || name.starts_with(&format!("{base} ("));
        doubled.map(|it| it.to_lowercase()).any(is_of)
    }

    /// The columns that the tool always writes.
    pub fn known(&self) -> Known {
        let find = |names: &[&str]| names.iter().find_map(|name| self.position(name));
        match self.tool {
            Tool::Qualtrics => Known {
                date: find(&["RecordedDate", "EndDate", "StartDate"]),
                response: find(&["ResponseId", "ResponseID"]),
                status: find(&["Status"]),
                finished: find(&["Finished"]),
            },
            Tool::SurveyMonkey => Known {
                date: find(&["End Date", "Date Modified", "Start Date", "Date Created"]),
                response: find(&["Respondent ID"]),
                ..Known::default()
            },
            Tool::Typeform => Known {
                date: find(&["Submit Date (UTC)"]),
                // The network tells apart houses, not people.
                response: find(&["#"]),
                finished: find(&["Response Type"]),
                ..Known::default()
            },
            Tool::GoogleForms => Known {
                date: Some(0),
                ..Known::default()
            },
            Tool::Plain => Known::default(),
        }
    }
}

/// Why a row does not count, by what the tool says of it.
pub fn void(tool: Tool, status: &[u8], finished: &[u8]) -> Option<Void> {
    let is = |field: &[u8], words: &[&str]| {
        let field = field.trim_ascii();
        words
            .iter()
            .any(|word| field.eq_ignore_ascii_case(word.as_bytes()))
    };
    match tool {
        // In numbers: 1 is a preview, 9 and 17 are previews on another way.
        Tool::Qualtrics
            if is(
                status,
                &["Survey Preview", "1", "9", "17", "Survey Test", "2"],
            ) =>
        {
            Some(Void::Preview)
        }
        Tool::Qualtrics if is(finished, &["False", "0", "Falsch"]) => Some(Void::Unfinished),
        Tool::Typeform if is(finished, &["partial", "started"]) => Some(Void::Unfinished),
        _ => None,
    }
}

fn tool(first: &[String], second: &[String], third: &[String]) -> Tool {
    let has = |name: &str| first.iter().any(|it| it.trim() == name);
    let is_first = |names: &[&str]| first.first().is_some_and(|it| names.contains(&it.trim()));
    if has("StartDate") && has("EndDate") && (has("ResponseId") || has("ResponseID")) {
        return Tool::Qualtrics;
    }
    if third.iter().any(|it| is_import_id(it)) {
        return Tool::Qualtrics;
    }
    let has_choices = second.iter().any(|it| is_choice(it.trim()));
    if is_first(&["Respondent ID", "RespondentID"]) && has_choices {
        return Tool::SurveyMonkey;
    }
    if is_first(&["#"]) && has("Network ID") || has("Submit Date (UTC)") && has("Network ID") {
        return Tool::Typeform;
    }
    if is_first(&["Timestamp", "Zeitstempel"]) {
        return Tool::GoogleForms;
    }
    Tool::Plain
}

/// Of what SurveyMonkey writes below its questions.
fn is_choice(text: &str) -> bool {
    matches!(
        text,
        "Response" | "Open-Ended Response" | "Antwort" | "Offene Antwort"
    )
}

fn is_import_id(text: &str) -> bool {
    text.trim_start().starts_with("{\"ImportId\"")
}

/// Exports without import ids, as older ones are, have two rows.
fn qualtrics_rows(third: &[String]) -> usize {
    match third.iter().any(|it| is_import_id(it)) {
        true => 3,
        false => 2,
    }
}

/// A question stands over the first of its choices only.
fn below(questions: &[String], choices: &[String]) -> Vec<String> {
    let mut last = "";
    let count = questions.len().max(choices.len());
    let text = |row: &'_ [String], at: usize| row.get(at).map(|it| it.trim().to_owned());
    let mut names = Vec::new();
    for at in 0..count {
        let question = questions.get(at).map_or("", |it| it.trim());
        if !question.is_empty() {
            last = question;
        }
        let choice = text(choices, at).unwrap_or_default();
        names.push(match choice.is_empty() || is_choice(&choice) {
            true => last.to_owned(),
            false => format!("{last} / {choice}"),
        });
    }
    names
}

/// Names that tell columns apart: an empty one gets a number, a second one of the same name too.
fn each_once(names: Vec<String>) -> (Vec<String>, Vec<String>) {
    let mut once: Vec<String> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    let mut doubled = Vec::new();
    for (at, name) in names.into_iter().enumerate() {
        let name = one_line(&name);
        let base = if name.is_empty() {
            format!("#{}", at + 1)
        } else {
            name
        };
        let mut free = base.clone();
        let mut number = 2;
        while !seen.insert(free.to_lowercase()) {
            free = format!("{base} ({number})");
            number += 1;
        }
        if free != base && !doubled.contains(&base) {
            doubled.push(base);
        }
        once.push(free);
    }
    (once, doubled)
}

/// Line breaks of a quoted name become blanks.
fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        let row = |row: &&[&str]| row.iter().map(|it| (*it).to_owned()).collect();
        rows.iter().map(row).collect()
    }

    #[test]
    fn tools_are_known_by_their_first_rows() {
        let qualtrics = rows(&[
            &[
                "StartDate",
                "EndDate",
                "Status",
                "Finished",
                "ResponseId",
                "Q1",
            ],
            &[
                "Start Date",
                "End Date",
                "Response Type",
                "Finished",
                "Response ID",
                "How was the desk?",
            ],
            &[
                "{\"ImportId\":\"startDate\"}",
                "",
                "",
                "",
                "",
                "{\"ImportId\":\"QID1\"}",
            ],
            &["2026-01-02 10:00:00", "", "IP Address", "True", "R_1", "5"],
        ]);
        let header = Header::of(&qualtrics);
        assert_eq!((header.tool, header.rows), (Tool::Qualtrics, 3));
        assert_eq!(header.questions[5], "How was the desk?");
        let known = header.known();
        assert_eq!((known.date, known.response), (Some(1), Some(4)));
        let monkey = rows(&[
            &["Respondent ID", "End Date", "How was the", "", "Why?"],
            &["", "", "Desk", "Room", "Open-Ended Response"],
            &["1", "01/02/2026", "5", "4", "nice"],
        ]);
        let header = Header::of(&monkey);
        assert_eq!((header.tool, header.rows), (Tool::SurveyMonkey, 2));
        assert_eq!(
            header.names[2..],
            ["How was the / Desk", "How was the / Room", "Why?"]
        );
        let typeform = rows(&[&[
            "#",
            "Recommend us?",
            "Start Date (UTC)",
            "Submit Date (UTC)",
            "Network ID",
        ]]);
        let header = Header::of(&typeform);
        assert_eq!(
            (header.tool, header.known().date),
            (Tool::Typeform, Some(3))
        );
        assert_eq!(header.known().response, Some(0));
        for first in ["Timestamp", "Zeitstempel"] {
            let header = Header::of(&rows(&[&[first, "Wie war der Empfang?"]]));
            assert_eq!(
                (header.tool, header.known().date),
                (Tool::GoogleForms, Some(0))
            );
        }
        let header = Header::of(&rows(&[&["date", "desk"], &["2026-01-02", "5"]]));
        assert_eq!((header.tool, header.rows), (Tool::Plain, 1));
    }

    #[test]
    fn names_tell_columns_apart() {
        let header = Header::of(&rows(&[&["a", "A ", "", "a", "b\nc", "a (2)"]]));
        assert_eq!(
            header.names,
            ["a", "A (2)", "#3", "a (3)", "b c", "a (2) (2)"]
        );
        assert_eq!(header.doubled, ["A", "a", "a (2)"]);
        assert_eq!(header.position("B C"), Some(4));
        let doubled: Vec<bool> = header
            .names
            .iter()
            .map(|it| header.is_doubled(it))
            .collect();
        assert_eq!(doubled, [true, true, false, true, false, true]);
    }

    #[test]
    fn tools_say_which_rows_do_not_count() {
        let of =
            |tool, status: &str, finished: &str| void(tool, status.as_bytes(), finished.as_bytes());
        assert_eq!(
            of(Tool::Qualtrics, "Survey Preview", "True"),
            Some(Void::Preview)
        );
        assert_eq!(of(Tool::Qualtrics, "1", "1"), Some(Void::Preview));
        assert_eq!(of(Tool::Qualtrics, "0", "0"), Some(Void::Unfinished));
        assert_eq!(of(Tool::Qualtrics, "IP Address", "True"), None);
        assert_eq!(of(Tool::Typeform, "", "partial"), Some(Void::Unfinished));
        assert_eq!(of(Tool::Plain, "1", "False"), None);
    }
}

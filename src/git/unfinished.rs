//! Whether git may be in the middle of something around a file: a look at names of files, without
//! running git, for a program that starts fast.

use std::fs;
use std::path::{Path, PathBuf};

/// What git keeps in its folder while it is in the middle of something.
const SIGNS: [&str; 5] = [
    "MERGE_HEAD",
    "CHERRY_PICK_HEAD",
    "REVERT_HEAD",
    "rebase-merge",
    "rebase-apply",
];

/// git may be in the middle of a merge, rebase, cherry-pick or revert around this file.
pub fn looks_unfinished(file: &Path) -> bool {
    let Some(folder) = fs::canonicalize(file)
        .ok()
        .and_then(|file| git_folder(&file))
    else {
        return false;
    };
    SIGNS.iter().any(|sign| folder.join(sign).exists())
}

/// `.git` of the nearest folder that has it; a file of this name says where it is.
fn git_folder(file: &Path) -> Option<PathBuf> {
    let found = file.ancestors().skip(1).map(|folder| folder.join(".git"));
    let found = found.into_iter().find(|it| it.exists())?;
    if found.is_dir() {
        return Some(found);
    }
    let text = fs::read_to_string(&found).ok()?;
    let target = text.strip_prefix("gitdir:")?.trim();
    Some(found.parent()?.join(target))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_found_around_the_file_and_where_a_work_tree_points() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir_all(path("work/journeys")).unwrap();
        fs::write(path("work/journeys/a.ron"), "").unwrap();
        let file = path("work/journeys/a.ron");
        assert!(!looks_unfinished(&file));
        fs::create_dir_all(path("work/.git")).unwrap();
        assert!(!looks_unfinished(&file));
        fs::write(path("work/.git/MERGE_HEAD"), "").unwrap();
        assert!(looks_unfinished(&file));
        fs::remove_dir_all(path("work/.git")).unwrap();
        fs::create_dir_all(path("real/rebase-merge")).unwrap();
        fs::write(path("work/.git"), "gitdir: ../real\n").unwrap();
        assert!(looks_unfinished(&file));
        assert!(!looks_unfinished(Path::new("/nowhere/at/all.ron")));
    }
}

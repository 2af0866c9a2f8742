//! `touchline diff` of versions in git.

use super::diff::changed;
use super::home::{GOOD, PROGRAM, Ran, TODAY, ran};
use super::repo::Repo;

const FILE: &str = "journeys/night.ron";

fn diff(repo: &Repo, arguments: &[&str]) -> Ran {
    let mut command = repo.command(PROGRAM);
    command.arg("diff").args(TODAY).args(arguments);
    ran(&mut command)
}

/// A repository with [`GOOD`] in its only commit.
fn repo() -> Repo {
    let repo = Repo::new();
    repo.commit(FILE, GOOD, "one");
    repo
}

/// Each file that is told of, with its line of names.
fn names(ran: &Ran) -> Vec<&str> {
    ran.out
        .lines()
        .filter(|line| line.contains(".ron"))
        .collect()
}

#[test]
fn files_as_they_are_and_what_is_staged_are_compared_with_head() {
    let repo = repo();
    assert_eq!(diff(&repo, &[]).code, Some(0));
    repo.write(FILE, &changed());
    for arguments in [
        &[][..],
        &[FILE],
        &["journeys"],
        &["HEAD", FILE],
        &["--", FILE],
    ] {
        let ran = diff(&repo, arguments);
        assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{arguments:?}");
        assert_eq!(
            names(&ran),
            ["HEAD:journeys/night.ron → journeys/night.ron"]
        );
        assert!(ran.out.contains("Importance: 5 → 4"), "{}", ran.out);
    }
    assert_eq!(diff(&repo, &["--staged"]).code, Some(0));
    repo.git(["add", "."]);
    let ran = diff(&repo, &["--staged"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        names(&ran),
        ["HEAD:journeys/night.ron → :journeys/night.ron"]
    );
}

#[test]
fn revisions_are_compared_with_each_other() {
    let repo = repo();
    repo.commit(FILE, &changed(), "two");
    for arguments in [
        &["HEAD~1", "HEAD"][..],
        &["HEAD~1..HEAD"],
        &["HEAD~1.."],
        &["HEAD~1...HEAD", FILE],
        &["HEAD~1", "main", "--", "journeys"],
    ] {
        let ran = diff(&repo, arguments);
        assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{arguments:?}");
        assert!(ran.out.contains("Importance: 5 → 4"), "{}", ran.out);
    }
    let ran = diff(&repo, &["HEAD..HEAD~1"]);
    assert!(ran.out.contains("Importance: 4 → 5"), "{}", ran.out);
    assert_eq!(diff(&repo, &["HEAD", "main"]).code, Some(0));
}

#[test]
fn new_deleted_and_renamed_files_are_said() {
    let repo = repo();
    let other = GOOD.replace("One night", "Two nights");
    repo.commit("journeys/other.ron", &other, "two");
    repo.git(["rm", "-q", "journeys/other.ron"]);
    repo.git(["mv", FILE, "journeys/renamed.ron"]);
    repo.commit("journeys/renamed.ron", &changed(), "three");
    let ran = diff(&repo, &["HEAD~1", "HEAD"]);
    assert_eq!(ran.code, Some(1));
    let renamed = "HEAD~1:journeys/night.ron → HEAD:journeys/renamed.ron";
    assert_eq!(names(&ran), ["HEAD~1:journeys/other.ron", renamed]);
    assert!(
        ran.out.contains("File deleted: 1 stage, 1 touchpoint"),
        "{}",
        ran.out
    );
    repo.write("journeys/new.ron", GOOD);
    assert_eq!(diff(&repo, &["journeys"]).code, Some(0), "not added to git");
    let named = diff(&repo, &["journeys/new.ron", "--lang", "de"]);
    assert!(
        named.out.contains("Neue Datei: 1 Phase, 1 Berührungspunkt"),
        "{}",
        named.out
    );
    repo.git(["add", "."]);
    for arguments in [&["journeys"][..], &["--staged"]] {
        let ran = diff(&repo, arguments);
        assert!(
            ran.out.contains("New file: 1 stage"),
            "{arguments:?} {}",
            ran.out
        );
    }
}

#[test]
fn in_a_repository_without_commits_every_file_is_new() {
    let repo = Repo::new();
    repo.write(FILE, GOOD);
    repo.git(["add", "."]);
    let ran = diff(&repo, &[]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    assert!(ran.out.contains("New file"), "{}", ran.out);
}

#[test]
fn trouble_is_said_and_the_rest_is_compared() {
    let repo = repo();
    repo.commit("journeys/b.ron", GOOD, "two");
    repo.write(FILE, &changed());
    repo.write("journeys/b.ron", "Journey(");
    let ran = diff(&repo, &[]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        names(&ran),
        ["HEAD:journeys/night.ron → journeys/night.ron"]
    );
    assert!(ran.err.contains(" journeys/b.ron:1:"), "{}", ran.err);
    for (arguments, message) in [
        (&["nope", "journeys"][..], "there is no revision nope"),
        (&["HEAD", "HEAD", "HEAD"], "these arguments do not say"),
        (&["HEAD..HEAD", "--staged"], "these arguments do not say"),
        (&["journeys/gone.ron"], "gone.ron does not exist"),
    ] {
        let ran = diff(&repo, arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.err.contains(message), "{}", ran.err);
    }
}

#[test]
fn files_of_other_programs_in_a_folder_are_left_out() {
    let repo = repo();
    repo.commit("journeys/settings.ron", "Settings(a: 1)", "two");
    repo.write("journeys/settings.ron", "Settings(a: 2)");
    assert_eq!(diff(&repo, &["journeys"]).code, Some(0));
}

//! `touchline git install` asks on a real terminal.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod repo;
#[allow(dead_code, reason = "other tests use the rest")]
mod tty;

use repo::Repo;
use tty::{Setup, Tty};

fn install(repo: &Repo, lang: &str) -> Tty {
    let env = vec![
        ("TOUCHLINE", env!("CARGO_BIN_EXE_touchline").to_owned()),
        ("REPO", repo.path().to_str().unwrap().to_owned()),
        ("LC_ALL", lang.to_owned()),
        ("GIT_CONFIG_NOSYSTEM", "1".to_owned()),
        ("HOME", repo.home().to_str().unwrap().to_owned()),
    ];
    let script = "cd \"$REPO\"; \"$TOUCHLINE\" git install; echo \"ended $?\"; read line";
    let setup = Setup {
        env,
        ..Setup::default()
    };
    Tty::run(script, setup)
}

#[test]
fn nothing_but_a_yes_writes() {
    for (lang, question, yes) in [
        ("en_GB.UTF-8", "Write this? [y/N] ", "y\n"),
        ("de_CH.UTF-8", "So schreiben? [j/N] ", "j\n"),
    ] {
        for (answer, code) in [("\n", 1), ("n\n", 1), ("\x04", 1), (yes, 0)] {
            let repo = Repo::new();
            let mut tty = install(&repo, lang);
            tty.wait_for(question.trim_end());
            let shown = tty.contents();
            assert!(
                shown.contains("  + merge.touchline.driver = touchline merge"),
                "{shown}"
            );
            assert!(
                shown.contains("\n      --"),
                "long lines go on further in: {shown}"
            );
            let last = shown.trim_end().lines().last();
            assert_eq!(last.map(str::trim_end), Some(question.trim_end()));
            tty.press(answer);
            tty.wait_for(&format!("ended {code}"));
            let is_there = repo.path().join(".gitattributes").exists();
            assert_eq!(is_there, code == 0, "{lang} {answer:?}");
        }
    }
}

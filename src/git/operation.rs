//! What git is in the middle of, and who the two sides of a conflict are. A rebase swaps them:
//! "ours" is then what the work is moved onto, so sides are named by branch and subject.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::{GitError, ObjectId, Repository};

/// As much of a small file of git's as is read.
const MAX_FILE: u64 = 64 * 1024;

/// What git is in the middle of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationKind {
    /// `git merge` or `git pull`.
    Merge,
    /// `git rebase`: ours is the new base, theirs the commit that is being moved.
    Rebase,
    /// `git cherry-pick`: theirs is the commit picked.
    CherryPick,
    /// `git revert`: theirs is the state before the commit that is being undone.
    Revert,
    /// `git stash pop` or `apply`: theirs is what was stashed.
    Stash,
    /// `git am`: theirs is what the patch makes.
    Patches,
    /// A conflict of which git keeps no account, such as of `git checkout --merge`.
    Unknown,
}

/// One side of a conflict. Not sanitized.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Side {
    /// Its branch, if it has one.
    pub branch: Option<String>,
    /// The first line of its commit's message; of the commit that is undone, for a revert.
    pub subject: Option<String>,
    /// Its commit; of a revert the commit that is undone. A patch has none.
    pub commit: Option<ObjectId>,
}

/// What git is in the middle of, with the names of both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// What it is.
    pub kind: OperationKind,
    /// Stage 2.
    pub ours: Side,
    /// Stage 3.
    pub theirs: Side,
}

impl Repository {
    /// What git is in the middle of, where this file is in conflict; `None` if it is not.
    ///
    /// # Errors
    /// git cannot be run.
    pub fn operation(&self, path: &Path) -> Result<Option<Operation>, GitError> {
        let unmerged = self.unmerged(path)?;
        if unmerged.iter().all(Option::is_none) {
            return Ok(None);
        }
        let head = self.side("HEAD", self.current_branch()?)?;
        if let Some(operation) = self.rebase(&head)? {
            return Ok(Some(operation));
        }
        let of = |kind, theirs| Operation {
            kind,
            ours: head.clone(),
            theirs,
        };
        if self.git_file("rebase-apply/applying").exists() {
            return Ok(Some(of(OperationKind::Patches, self.patch())));
        }
        for (kind, name) in [
            (OperationKind::Merge, "MERGE_HEAD"),
            (OperationKind::CherryPick, "CHERRY_PICK_HEAD"),
            (OperationKind::Revert, "REVERT_HEAD"),
        ] {
            if let Some(commit) = self.resolved(name)? {
                return Ok(Some(of(kind, self.side_of(commit)?)));
            }
        }
        let stash = self.stash(path, unmerged[2].as_ref())?;
        Ok(Some(match stash {
            Some(stash) => of(OperationKind::Stash, stash),
            None => of(OperationKind::Unknown, Side::default()),
        }))
    }

    fn rebase(&self, head: &Side) -> Result<Option<Operation>, GitError> {
        let folders = ["rebase-merge", "rebase-apply"];
        let file = |name: &str| {
            folders
                .iter()
                .find_map(|at| self.line(&format!("{at}/{name}")))
        };
        let Some(branch) = file("head-name") else {
            return Ok(None);
        };
        let onto = file("onto").and_then(|id| ObjectId::parse(id.as_bytes()));
        let onto_branch = onto.map(|id| self.branch_at(&id)).transpose()?.flatten();
        let commit = match self.resolved("REBASE_HEAD")? {
            Some(commit) => Some(commit),
            None => file("original-commit").and_then(|id| ObjectId::parse(id.as_bytes())),
        };
        let theirs = Side {
            branch: branch.strip_prefix("refs/heads/").map(str::to_owned),
            subject: commit.as_ref().map(|id| self.subject(id)).transpose()?,
            commit,
        };
        let ours = Side {
            branch: onto_branch,
            ..head.clone()
        };
        Ok(Some(Operation {
            kind: OperationKind::Rebase,
            ours,
            theirs,
        }))
    }

    /// The stash whose state of the file is the side that came in: `stash pop` leaves no other
    /// trace.
    fn stash(&self, path: &Path, theirs: Option<&ObjectId>) -> Result<Option<Side>, GitError> {
        let Some(commit) = self.resolved("refs/stash")? else {
            return Ok(None);
        };
        let is_it = self.blob_in(&commit, path)?.as_ref() == theirs;
        is_it.then(|| self.named(None, commit)).transpose()
    }

    fn patch(&self) -> Side {
        Side {
            subject: self.line("rebase-apply/final-commit"),
            ..Side::default()
        }
    }

    fn side(&self, name: &str, branch: Option<String>) -> Result<Side, GitError> {
        match self.resolved(name)? {
            Some(commit) => self.named(branch, commit),
            None => Ok(Side {
                branch,
                ..Side::default()
            }),
        }
    }

    fn side_of(&self, commit: ObjectId) -> Result<Side, GitError> {
        let branch = self.branch_at(&commit)?;
        self.named(branch, commit)
    }

    fn named(&self, branch: Option<String>, commit: ObjectId) -> Result<Side, GitError> {
        Ok(Side {
            branch,
            subject: Some(self.subject(&commit)?),
            commit: Some(commit),
        })
    }

    /// The branch that is checked out.
    fn current_branch(&self) -> Result<Option<String>, GitError> {
        let arguments = ["--quiet", "--short", "HEAD"];
        let answer = self.git.answer("symbolic-ref", arguments, b"")?;
        Ok(first_line(&answer.stdout))
    }

    /// A branch that ends with this commit, one of this repository before those of others.
    fn branch_at(&self, commit: &ObjectId) -> Result<Option<String>, GitError> {
        let at = format!("--points-at={commit}");
        let flags = [
            "--format=%(refname:short)",
            &at,
            "refs/heads",
            "refs/remotes",
        ];
        Ok(first_line(&self.git.run("for-each-ref", flags)?))
    }

    /// The first line of a commit's message; not sanitized.
    ///
    /// # Errors
    /// The commit cannot be read.
    pub fn subject(&self, commit: &ObjectId) -> Result<String, GitError> {
        let flags = ["--no-walk", "-z", "--format=%s", "--encoding=UTF-8"];
        let flags = flags
            .iter()
            .chain(&["--no-show-signature", "--no-notes", "--no-color"]);
        let arguments = flags.chain(&["--end-of-options"]).copied();
        let answer = self.git.run("log", arguments.chain([commit.as_str()]))?;
        let subject = answer.strip_suffix(b"\0").unwrap_or(&answer);
        Ok(String::from_utf8_lossy(subject).into_owned())
    }

    /// The first line of a small file of git's.
    fn line(&self, name: &str) -> Option<String> {
        let path = self.git_file(name);
        // A pipe would wait.
        let is_file = path.symlink_metadata().is_ok_and(|it| it.is_file());
        let file = is_file.then(|| File::open(path).ok()).flatten()?;
        let mut bytes = Vec::new();
        file.take(MAX_FILE).read_to_end(&mut bytes).ok()?;
        first_line(&bytes)
    }
}

/// The first line, if anything stands there.
fn first_line(bytes: &[u8]) -> Option<String> {
    let line = bytes.split(|byte| *byte == b'\n').next()?;
    (!line.is_empty()).then(|| String::from_utf8_lossy(line).into_owned())
}

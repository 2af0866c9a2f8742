//! A repository with a work tree, and what is asked of it by name.

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};

use super::program::{Git, inherited};
use super::{Blobs, GitError, ObjectId};

/// Longest name of a revision, in bytes.
const MAX_NAME: usize = 4096;

/// The repository around a file, with its work tree.
#[derive(Debug, Clone)]
pub struct Repository {
    pub(super) git: Git,
    root: PathBuf,
    git_folder: PathBuf,
}

impl Repository {
    /// The repository in whose work tree this file or folder lies; it need not exist, but its
    /// folder must. Symlinks are followed: the versions of a file are those of what they lead to.
    ///
    /// The path decides, not the variables that git sets for hooks and drivers. Where these name
    /// the same repository, their index is kept, for in a hook it is what is being committed.
    /// Where there is no repository around the path but one of theirs, it is that one.
    ///
    /// # Errors
    /// git is not installed, the path is in no repository, the repository is bare or belongs to
    /// another user.
    pub fn around(path: &Path) -> Result<Repository, GitError> {
        let path = real(path)?;
        let folder = folder_of(&path);
        match Repository::found_by(Git::at(folder.clone()), &path) {
            Err(GitError::NoRepository { .. }) => {
                let git = named_by_variables(Git::at(folder));
                let no_repository = GitError::NoRepository { path: path.clone() };
                let repository = Repository::found_by(git.ok_or(no_repository)?, &path)?;
                repository.path_of(&path).map(|_| repository)
            }
            other => other,
        }
    }

    fn found_by(git: Git, path: &Path) -> Result<Repository, GitError> {
        let ask = |what: &str| {
            let answer = git.answer("rev-parse", [what], b"")?;
            match answer.code() {
                Some(0) => Ok(path_from_line(answer.stdout)),
                _ => Err(no_repository(path, answer.failed())),
            }
        };
        // First, for in a bare repository this alone has an answer.
        let git_folder = ask("--absolute-git-dir")?;
        let root = ask("--show-toplevel")?;
        // Paths in calls are those inside the repository, which begin at its top.
        let git = with_index_of_hook(git.moved(root.clone()), &git_folder);
        Ok(Repository {
            git,
            root,
            git_folder,
        })
    }

    /// The folder at the top of its work tree.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path of a file inside the repository, as git has it. The file need not exist.
    ///
    /// # Errors
    /// It lies outside.
    pub fn path_of(&self, file: &Path) -> Result<PathBuf, GitError> {
        let real = real(file)?;
        let root = fs::canonicalize(&self.root)?;
        match real.strip_prefix(&root) {
            Ok(path) => Ok(path.to_owned()),
            Err(_) => Err(GitError::NoRepository {
                path: file.to_owned(),
            }),
        }
    }

    /// The commit that a revision names.
    ///
    /// # Errors
    /// There is none of this name, or it names something else than a commit.
    pub fn resolve(&self, revision: &str) -> Result<ObjectId, GitError> {
        self.resolved(revision)?
            .ok_or_else(|| GitError::NoRevision {
                name: revision.to_owned(),
            })
    }

    /// The commit of a revision, if there is one: `HEAD` of a new repository is none.
    ///
    /// # Errors
    /// git cannot be run.
    pub fn resolved(&self, revision: &str) -> Result<Option<ObjectId>, GitError> {
        // No name says so much, and no argument of a program can hold a NUL.
        if revision.len() > MAX_NAME || revision.contains('\0') {
            return Ok(None);
        }
        // In two steps: after `:/text` a suffix would belong to the text.
        match self.object(revision)? {
            Some(object) => self.object(&format!("{object}^{{commit}}")),
            None => Ok(None),
        }
    }

    fn object(&self, name: &str) -> Result<Option<ObjectId>, GitError> {
        let arguments = ["--verify", "--quiet", "--end-of-options", name];
        let answer = self.git.answer("rev-parse", arguments, b"")?;
        Ok(ObjectId::parse(answer.stdout.trim_ascii_end()))
    }

    /// The parents of a commit, the first one first.
    ///
    /// # Errors
    /// The commit cannot be read.
    pub fn parents(&self, commit: &ObjectId) -> Result<Vec<ObjectId>, GitError> {
        let arguments = [
            "--parents",
            "--no-walk",
            "--end-of-options",
            commit.as_str(),
        ];
        let ids = ids(&self.git.run("rev-list", arguments)?, "rev-list")?;
        Ok(ids.into_iter().skip(1).collect())
    }

    /// The parents that a commit names itself. A shallow clone does not have them all.
    ///
    /// # Errors
    /// The commit cannot be read.
    pub fn recorded_parents(&self, commit: &ObjectId) -> Result<Vec<ObjectId>, GitError> {
        const VERB: &str = "cat-file";
        let answer = self.git.run(VERB, ["commit", commit.as_str()])?;
        let head = answer.split(|byte| *byte == b'\n');
        let head = head.take_while(|line| !line.is_empty());
        let ids = head.filter_map(|line| line.strip_prefix(b"parent "));
        let ids: Option<Vec<ObjectId>> = ids.map(ObjectId::parse).collect();
        ids.ok_or(GitError::Unexpected { verb: VERB })
    }

    /// The history ends somewhere because it was cloned so.
    ///
    /// # Errors
    /// git cannot be run.
    pub fn is_shallow(&self) -> Result<bool, GitError> {
        let answer = self.git.run("rev-parse", ["--is-shallow-repository"])?;
        Ok(answer.trim_ascii() == b"true")
    }

    /// The commits from which both came: several where they were merged criss-cross, none where
    /// their histories never met.
    ///
    /// # Errors
    /// A commit cannot be read.
    pub fn merge_bases(
        &self,
        ours: &ObjectId,
        theirs: &ObjectId,
    ) -> Result<Vec<ObjectId>, GitError> {
        let arguments = ["--all", "--end-of-options", ours.as_str(), theirs.as_str()];
        let answer = self.git.answer("merge-base", arguments, b"")?;
        match answer.code() {
            Some(1) => Ok(Vec::new()),
            _ => ids(&answer.of_success()?, "merge-base"),
        }
    }

    /// What a file holds in a commit; `None` if it is not there, or no regular file.
    ///
    /// # Errors
    /// It is too large, or its object is missing.
    pub fn content(&self, commit: &ObjectId, path: &Path) -> Result<Option<Vec<u8>>, GitError> {
        let Some(id) = self.blob_in(commit, path)? else {
            return Ok(None);
        };
        self.blobs().get(&id).map(Some)
    }

    /// What blobs hold, one after the other.
    pub fn blobs(&self) -> Blobs {
        Blobs::new(self.git.clone())
    }

    /// A file below the folder where git keeps what is of this work tree alone.
    pub(super) fn git_file(&self, name: &str) -> PathBuf {
        self.git_folder.join(name)
    }
}

/// The path behind all symlinks, also of a file that does not exist.
fn real(path: &Path) -> Result<PathBuf, GitError> {
    let path = std::path::absolute(path)?;
    if let Ok(real) = fs::canonicalize(&path) {
        return Ok(real);
    }
    let folder = fs::canonicalize(path.parent().unwrap_or(&path))?;
    Ok(path
        .file_name()
        .map_or(folder.clone(), |it| folder.join(it)))
}

fn folder_of(path: &Path) -> PathBuf {
    match (path.is_dir(), path.parent()) {
        (false, Some(folder)) => folder.to_owned(),
        _ => path.to_owned(),
    }
}

/// The repository that somebody names by variables, which has its work tree elsewhere.
fn named_by_variables(git: Git) -> Option<Git> {
    let (folder, tree) = (inherited("GIT_DIR")?, inherited("GIT_WORK_TREE")?);
    Some(git.with("GIT_DIR", folder).with("GIT_WORK_TREE", tree))
}

fn with_index_of_hook(git: Git, git_folder: &Path) -> Git {
    let is_this = |folder: &PathBuf| fs::canonicalize(folder).is_ok_and(|it| it == git_folder);
    match (inherited("GIT_DIR"), inherited("GIT_INDEX_FILE")) {
        (Some(folder), Some(index)) if is_this(&folder) => git.with("GIT_INDEX_FILE", index),
        _ => git,
    }
}

/// What it means that there is no work tree here. git says so in words; `LC_ALL=C` fixes them.
fn no_repository(path: &Path, error: GitError) -> GitError {
    let path = path.to_owned();
    let GitError::Failed { message, .. } = &error else {
        return error;
    };
    if message.contains("dubious ownership") {
        return GitError::Foreign { path };
    }
    if message.contains("must be run in a work tree") || message.contains("bare repository") {
        return GitError::Bare { path };
    }
    match message.contains("not a git repository") {
        true => GitError::NoRepository { path },
        false => error,
    }
}

/// A path as git prints it on a line of its own; it may itself have line breaks.
pub(super) fn path_from_line(mut line: Vec<u8>) -> PathBuf {
    if line.last() == Some(&b'\n') {
        line.pop();
    }
    path_of_bytes(line)
}

pub(super) fn path_of_bytes(bytes: Vec<u8>) -> PathBuf {
    PathBuf::from(OsString::from_vec(bytes))
}

/// Ids with white space between them.
fn ids(answer: &[u8], verb: &'static str) -> Result<Vec<ObjectId>, GitError> {
    let words = answer.split(u8::is_ascii_whitespace);
    let words = words.filter(|word| !word.is_empty());
    let ids: Option<Vec<ObjectId>> = words.map(ObjectId::parse).collect();
    ids.ok_or(GitError::Unexpected { verb })
}

//! What `update` wants done outside: it does none of it itself.

use std::path::PathBuf;

use super::changes::{Against, Showing};
use crate::journey::metric::Metric;
use crate::journey::sources::Source;
use crate::measure::survey::count::Options;

/// Something for the run loop to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Write the bytes; answered by `Msg::Saved`.
    Save {
        /// Another file than the opened one; it becomes the opened one.
        path: Option<PathBuf>,
        /// What to write.
        bytes: Vec<u8>,
        /// The state of the document that these bytes are.
        state: usize,
        /// What follows once it is saved.
        then: Vec<Effect>,
    },
    /// Open the text in the user's editor; answered by `Msg::Edited`.
    OpenEditor {
        /// The text.
        text: Vec<u8>,
        /// Line to start at, 1-based.
        line: usize,
    },
    /// Read the versions of the file in git; they come in by `update::versions`.
    ReadHistory,
    /// Read what the document is to be compared with; answered by `update::compared`.
    Compare(Against, Showing),
    /// Read the twin that the journey names; answered by `update::twin`.
    ReadTwin(PathBuf),
    /// Read the beginning of a survey file, and the sources beside the journey; answered by
    /// `update::survey_found`.
    ReadSurvey(PathBuf),
    /// Count a survey file; answered by `update::survey_counting` now and then, and
    /// `update::survey_counted`.
    CountSurvey(Box<CountSurvey>),
    /// Keep a source in the file beside the journey; answered by `update::source_kept`.
    WriteSources(Box<Source>),
    /// Read a map in a format of others; answered by `update::map_read`.
    ReadMap(PathBuf),
    /// Write the journey that came of a map, never over a file that is there; answered by
    /// `update::map_written`.
    WriteMap {
        /// The file.
        path: PathBuf,
        /// The journey.
        text: String,
    },
    /// Tell git that the file is as it should be; answered by `update::staged`.
    Stage,
    /// Read the file again; answered by `update::reread`, or, where something is not saved, by
    /// `update::reread_beside`.
    Reload,
    /// Merge what stands in the file into the document; answered by `update::meet`.
    MergeFile,
    /// Take what stands in the file instead of the document; answered by `update::reread`.
    TakeFile,
    /// Find out what one can begin with, and the journeys of this folder, else of the one that the
    /// program runs in; answered by `update::started`.
    Start(Option<PathBuf>),
    /// Read the journeys of a folder instead of this file; answered by `update::portfolio`, and they
    /// come in by `update::journeys`.
    Portfolio(PathBuf),
    /// Open another file instead of this one; answered by `update::opened`.
    Open(PathBuf),
    /// Write down what is to be remembered of the person.
    Remember(String),
    /// Write a new file, never over one that is there; answered by `update::written`.
    WriteNew {
        /// The file.
        path: PathBuf,
        /// What to write.
        bytes: Vec<u8>,
    },
    /// Write the journey in another format; answered by `update::given_out`.
    GiveOut {
        /// The file.
        path: PathBuf,
        /// What to write.
        bytes: Vec<u8>,
        /// A file that is there is replaced.
        replaces: bool,
    },
    /// Take what a crash left unsaved into the document; answered by `update::recovered`.
    Recover,
    /// Keep what a crash left unsaved for another time.
    LeaveUnsaved,
    /// Remove what a crash left unsaved: nobody wants it.
    DiscardUnsaved,
    /// Put a text on the clipboard.
    Copy(String),
    /// Read the clipboard; answered by `update::clipboard`.
    ReadClipboard,
    /// Stop the program as Ctrl-Z does, until it is continued.
    Suspend,
    /// End the program.
    Quit,
}

/// How a survey file is to be counted.
#[derive(Debug, Clone, PartialEq)]
pub struct CountSurvey {
    /// The file.
    pub file: PathBuf,
    /// What its columns are for.
    pub source: Source,
    /// The metrics of their KPIs.
    pub metrics: Vec<(String, Metric)>,
    /// What else matters.
    pub options: Options,
}

/// Why the document was not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotSaved {
    /// What to say.
    pub why: String,
    /// What can be done about it.
    pub remedy: Remedy,
}

/// What can be done where the document was not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// Somebody else wrote the file meanwhile: that is merged in first.
    Merge,
    /// Somebody else removed the file: whether to write it anew is to be asked.
    WriteAnew,
    /// It can be saved to another file: to this one, for example, which is not there yet.
    Elsewhere(Option<PathBuf>),
    /// Only what is said.
    None,
}

/// Why a new file was not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unwritten {
    /// What to say.
    pub why: String,
    /// There is a file of this name.
    pub is_there: bool,
}

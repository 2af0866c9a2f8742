//! The arguments as clap reads them. Its help is English; the languages begin behind it.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use super::import::ImportCommand;
use super::new::Template;
use crate::compare::Markers;
use crate::exchange::export::Paper;
use crate::i18n::Lang;
use crate::journey::check::parse_date;
use crate::journey::finding::{Code, Severity};
use crate::journey::similar::similar;

/// What a file may not be called.
pub(super) const HINT: &str =
    "A file named like a subcommand is opened with its folder: touchline ./check";

/// What is compared.
const DIFF_HELP: &str = "\
touchline diff OLD NEW          two files
touchline diff                  this folder against HEAD
touchline diff FILE             one journey against HEAD
touchline diff --staged         what is staged against HEAD
touchline diff REV FILE         a journey against a revision
touchline diff REV..REV FILE    two revisions of it
touchline diff REV -- FILE      the same where FILE is deleted, or REV is also a file

Exit codes: 0 no difference; 1 differences; 2 wrong use, or a file that cannot be read.";

/// The formats.
const EXPORT_HELP: &str = "\
json        for programs, without loss; docs/journey.schema.json describes it
csv         one row a touchpoint, for spreadsheets, in the language of --lang
facts.csv   one row a fact, with the names of the file
mmd         a Mermaid journey diagram: names, emotion, personas
md          tables and a curve in text, for a pull request
html        one page for a browser and for paper
svg         the map as a picture for a slide; curve.svg, priorities.svg and
            moments.svg show the emotion curve, what to improve first, and
            the Moments of Truth
pdf, png    the same pictures on paper and in dots, in a build with the feature
            print: curve.pdf, moments.png, ...

touchline export stay.ron -o stay.pdf --paper a3 --per-stage
touchline export stay.ron -o stay.json
touchline export stay.ron -o - --format json
touchline export stay.ron -o stay.html --watch --open";

/// What the exit codes mean.
pub(super) const EXIT_CODES: [(&str, &str); 3] = [
    ("0", "fine"),
    (
        "1",
        "an error in a file, what --deny and --check ask for, a difference, a conflict",
    ),
    ("2", "wrong use, or a file that cannot be opened or written"),
];

#[derive(Debug, Parser)]
#[command(name = "touchline", bin_name = "touchline", version, about, after_help = after_help())]
#[command(subcommand_precedence_over_arg = true, disable_help_subcommand = true)]
pub(super) struct Arguments {
    /// A journey, or a folder of them; without it, what one can begin with
    pub(super) path: Option<PathBuf>,

    #[command(subcommand)]
    pub(super) command: Option<Command>,

    /// Language of screens and messages [default: LC_ALL, LC_MESSAGES, LANG]
    #[arg(long, global = true, value_enum)]
    pub(super) lang: Option<LangName>,

    /// When to use colours; auto: on a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t)]
    pub(super) color: ColorWhen,

    /// Theme, language and keys [default: touchline/config.ron in the user's configuration folder]
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write a commented journey to start from; never over a file that is there
    New(NewArguments),
    /// Say what is wrong or odd in journeys, with code, place and mark
    Check(CheckArguments),
    /// Bring journeys into canonical form; comments are kept
    Fmt(FmtArguments),
    /// Print a screen as text
    Show(ShowArguments),
    /// Say what changed in a journey from version to version, in git
    Log(LogArguments),
    /// Merge two versions of a journey by the ids of its elements; also git's merge driver
    Merge(MergeArguments),
    /// Bring what others measured into a journey
    #[command(subcommand)]
    Import(ImportCommand),
    /// Give a journey out in a format of others; --help lists them
    Export(ExportArguments),
    /// Teach git to compare and merge journeys
    #[command(subcommand)]
    Git(GitCommand),
    /// Print a journey as its facts, one a line with its path; for git diff
    Textconv(TextconvArguments),
    /// Say what changed between two journeys, or since a revision, in journey words
    Diff(DiffArguments),
    /// Say what is wrong in the configuration, or print one to start from
    Config(ConfigArguments),
    /// Print what a shell needs to complete arguments; for packagers
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page; for packagers
    Man,
}

#[derive(Debug, Args)]
#[command(after_help = EXPORT_HELP)]
pub(super) struct ExportArguments {
    /// The journey, or - for stdin
    pub(super) file: PathBuf,

    /// The file to write; its ending says the format; - for stdout
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: PathBuf,

    /// The format, where the ending does not say it
    #[arg(long, value_name = "ENDING")]
    pub(super) format: Option<String>,

    /// The map to compare with: as-is and to-be stand side by side
    #[arg(long, value_name = "FILE")]
    pub(super) with: Option<PathBuf>,

    /// Open the file that was written, in what the system has for it
    #[arg(long)]
    pub(super) open: bool,

    /// Write the file again whenever the journey is saved, until Ctrl-C; for a
    /// second screen in a meeting, where a browser shows html again by itself
    #[arg(long)]
    pub(super) watch: bool,

    /// What pictures are laid out for [default: a4 for pdf, else slide]
    #[arg(long, value_enum)]
    pub(super) paper: Option<PaperName>,

    /// One stage alone, in pictures
    #[arg(long, value_name = "ID", conflicts_with = "per_stage")]
    pub(super) stage: Option<String>,

    /// Each stage on pages of its own, in pdf
    #[arg(long)]
    pub(super) per_stage: bool,

    #[command(flatten)]
    pub(super) day: Day,
}

/// What a picture is laid out for.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum PaperName {
    /// A4, laid across
    A4,
    /// A3, laid across
    A3,
    /// A slide, 16 by 9
    #[value(name = "slide", alias = "16:9")]
    Slide,
}

impl From<PaperName> for Paper {
    fn from(name: PaperName) -> Paper {
        match name {
            PaperName::A4 => Paper::A4,
            PaperName::A3 => Paper::A3,
            PaperName::Slide => Paper::Slide,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum GitCommand {
    /// Show what has to be written for git to know journeys, ask, and write it
    Install(GitSetUpArguments),
    /// Show what install wrote, ask, and remove it
    Uninstall(GitSetUpArguments),
    /// Say whether git knows journeys here, and what is missing
    Status(GitStatusArguments),
}

#[derive(Debug, Args)]
pub(super) struct GitSetUpArguments {
    /// For all repositories of this user, not for this one alone
    #[arg(long)]
    pub(super) global: bool,

    /// Write without asking
    #[arg(long)]
    pub(super) yes: bool,
}

#[derive(Debug, Args)]
pub(super) struct GitStatusArguments {
    /// A journey that git should know [default: any below journeys/]
    pub(super) file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct TextconvArguments {
    /// The file; one that is no RON is printed as it is
    pub(super) file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct ConfigArguments {
    /// Print the configuration that changes nothing, with all keys
    #[arg(long)]
    pub(super) default: bool,
}

#[derive(Debug, Args)]
pub(super) struct NewArguments {
    /// The file to write, which must not be there yet; without an ending it gets .ron; - for stdout
    pub(super) file: PathBuf,

    /// The journey to start from, in the language of --lang
    #[arg(long, value_enum, value_name = "NAME", default_value_t)]
    pub(super) template: Template,

    /// The journey's title instead of the template's
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    pub(super) title: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// Journeys, folders of journeys (all *.ron below, but not *.sources.ron), or - for stdin
    #[arg(required_unless_present_any = ["explain", "merge"], value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// Redo a merge commit by id, and say what its lines got wrong in journeys that both sides
    /// changed [default: HEAD, this folder]
    #[arg(long, value_name = "COMMIT", num_args = 0..=1, default_missing_value = "HEAD")]
    pub(super) merge: Option<String>,

    /// Also exit with 1 on findings of this severity or a worse one
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(super) deny: Option<Deny>,

    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,

    #[command(flatten)]
    pub(super) day: Day,

    /// Explain a code such as E103, and check nothing
    #[arg(long, value_name = "CODE", value_parser = code)]
    #[arg(conflicts_with_all = ["paths", "merge"])]
    pub(super) explain: Option<Code>,
}

impl CheckArguments {
    /// The mildest severity that is an offence.
    pub(super) fn denied(&self) -> Severity {
        self.deny.map_or(Severity::Error, Severity::from)
    }
}

#[derive(Debug, Args)]
pub(super) struct FmtArguments {
    /// Journeys, folders of journeys (as in check), or - for stdin to stdout
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// Write nothing; list the files that are not canonical, and exit with 1 if there are some
    #[arg(long)]
    pub(super) check: bool,
}

#[derive(Debug, Args)]
pub(super) struct ShowArguments {
    /// The journey, - for stdin, or a folder: a list of its journeys with how each stands
    pub(super) file: PathBuf,

    /// The screen
    #[arg(long, value_enum, default_value_t)]
    pub(super) view: View,

    /// Instead of a screen all that one department carries, owes, is owed, improves and measures;
    /// by its name or id
    #[arg(long, value_name = "NAME", conflicts_with = "view")]
    pub(super) department: Option<String>,

    /// For a folder: how its journeys are listed
    #[arg(long, value_enum)]
    pub(super) format: Option<ListFormat>,

    /// Columns [default: those of the terminal, else 80]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) width: Option<u16>,

    #[command(flatten)]
    pub(super) day: Day,
}

#[derive(Debug, Args)]
pub(super) struct LogArguments {
    /// The journey
    pub(super) file: PathBuf,

    /// So many versions, the newest first [default: all]
    #[arg(short = 'n', long, value_name = "N")]
    pub(super) count: Option<usize>,

    /// All changes of each version, not only the first ones
    #[arg(long)]
    pub(super) all: bool,

    /// How versions are printed
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: LogFormat,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum LogFormat {
    /// For people
    #[default]
    Text,
    /// For programs: one array, one object a version
    Json,
}

#[derive(Debug, Args)]
pub(super) struct MergeArguments {
    /// The version that both sides come from; an empty file if there was none
    pub(super) base: PathBuf,

    /// Our version: its layout and comments stay, and the result is written here
    pub(super) ours: PathBuf,

    /// Their version
    pub(super) theirs: PathBuf,

    /// Write the result here and leave ours as it is; - for stdout
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: Option<PathBuf>,

    /// The name of the journey in messages [default: OURS]
    #[arg(long, value_name = "PATH")]
    pub(super) path: Option<PathBuf>,

    /// Characters of a conflict marker
    #[arg(long, value_name = "N", default_value_t = 7)]
    #[arg(value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=200))]
    pub(super) marker_size: usize,

    /// What the conflict markers call the base
    #[arg(long, value_name = "NAME", default_value = "base")]
    pub(super) base_name: String,

    /// What the conflict markers call our side
    #[arg(long, value_name = "NAME", default_value = "ours")]
    pub(super) ours_name: String,

    /// What the conflict markers call their side
    #[arg(long, value_name = "NAME", default_value = "theirs")]
    pub(super) theirs_name: String,
}

impl MergeArguments {
    /// The name of the journey in messages.
    pub(super) fn name(&self) -> String {
        let path = self.path.as_ref().unwrap_or(&self.ours);
        path.to_string_lossy().into_owned()
    }

    /// Markers as they are asked for; a name is one line.
    pub(super) fn markers(&self) -> Markers<'_> {
        let line = |name: &'_ str| name.lines().next().unwrap_or_default().len();
        Markers {
            ours: &self.ours_name[..line(&self.ours_name)],
            theirs: &self.theirs_name[..line(&self.theirs_name)],
            size: self.marker_size,
        }
    }
}

#[derive(Debug, Args)]
#[command(after_help = DIFF_HELP)]
pub(super) struct DiffArguments {
    /// OLD NEW: two files. Or up to two revisions (REV, REV REV, REV..REV, REV...REV), then journeys
    /// and folders [default: HEAD, this folder]
    #[arg(value_name = "FILE|REV")]
    pub(super) arguments: Vec<OsString>,

    /// Journeys and folders, where a name could be taken for a revision
    #[arg(last = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// Compare what is staged, not the files as they are
    #[arg(long, visible_alias = "cached")]
    pub(super) staged: bool,

    /// How differences are printed
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: DiffFormat,

    /// Columns of text [default: those of the terminal, else 120]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) width: Option<u16>,

    #[command(flatten)]
    pub(super) day: Day,
}

#[derive(Debug, Args)]
pub(super) struct Day {
    /// The day to count as today, YYYY-MM-DD [default: the clock]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) today: Option<Date>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum LangName {
    En,
    De,
}

impl From<LangName> for Lang {
    fn from(name: LangName) -> Lang {
        match name {
            LangName::En => Lang::En,
            LangName::De => Lang::De,
        }
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorWhen {
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Deny {
    Warning,
    Advice,
}

impl From<Deny> for Severity {
    fn from(deny: Deny) -> Severity {
        match deny {
            Deny::Warning => Severity::Warning,
            Deny::Advice => Severity::Advice,
        }
    }
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum Format {
    /// For people: the line, a mark under it, a suggestion
    #[default]
    Human,
    /// For programs: one array, one object a finding
    Json,
    /// For GitHub Actions: annotations of the changed files
    Github,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum ListFormat {
    /// For people: what is worst, below target, late and old
    #[default]
    Text,
    /// For a page in the folder: a table with links
    Markdown,
    /// For spreadsheets: one row a journey
    Csv,
    /// For programs: one array, one object a journey
    Json,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum DiffFormat {
    /// For people: sentences, grouped by stage
    #[default]
    Text,
    /// For a comment on a pull request; long lists are folded
    Markdown,
    /// For programs: one array, one object a file
    Json,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum View {
    /// Stages, touchpoints and the curve of emotion
    #[default]
    Map,
    /// Moments of Truth, the worst first, and what could be one
    Moments,
    /// All KPIs with figure, target and verdict
    Kpis,
    /// Which touchpoints to improve first, with the arithmetic
    Priorities,
    /// Improvements by state, with the KPI before and after
    Improvements,
    /// Values and promises, and the touchpoints that prove and keep them
    Values,
    /// The company's milestones: overdue, planned, done, and what they touch
    Strategy,
}

fn after_help() -> String {
    let codes = EXIT_CODES.map(|(code, meaning)| format!("{code} {meaning}"));
    format!("{HINT}\n\nExit codes: {}.", codes.join("; "))
}

fn date(text: &str) -> Result<Date, &'static str> {
    parse_date(text).ok_or("not a date; write it as YYYY-MM-DD")
}

fn code(text: &str) -> Result<Code, String> {
    let known = Code::ALL.iter().map(|code| code.as_str());
    Code::parse(text).ok_or_else(|| match similar(text, known) {
        Some(code) => format!("there is no such code; did you mean {code}?"),
        None => "there is no such code; `touchline check` prints the codes it finds".to_owned(),
    })
}

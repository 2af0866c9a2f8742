//! `touchline git install` and `uninstall`: shows what changes, asks, and writes.

use std::fs;
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};

use super::super::arguments::GitSetUpArguments;
use super::super::output::{Line, Style};
use super::super::write::write;
use super::super::{Outcome, Session};
use super::{drivers, here, refuse};
use crate::document::file::{self, FileKind, OnDisk, ReadError};
use crate::git::{Git, GitError, LineEnds, Repository, Scope};
use crate::i18n;
use crate::text::wrap;

/// Where it is set up: for one repository, or for all of a user.
struct Site {
    scope: Scope,
    git: Git,
    attributes: Attributes,
    /// The repository, unless it is for all.
    repository: Option<Repository>,
}

/// The file of attributes, which need not be there.
struct Attributes {
    path: PathBuf,
    on_disk: Option<OnDisk>,
}

impl Attributes {
    fn content(&self) -> &[u8] {
        let content = self.on_disk.as_ref().and_then(OnDisk::content);
        content.unwrap_or_default()
    }

    /// To be written. Its folder is made only now, after the question.
    fn into_place(self) -> Result<OnDisk, ReadError> {
        let Attributes { path, on_disk } = self;
        if let Some(on_disk) = on_disk {
            return Ok(on_disk);
        }
        match path.parent().map_or(Ok(()), fs::create_dir_all) {
            Ok(()) => OnDisk::absent(&path),
            Err(source) => Err(ReadError::Io { path, source }),
        }
    }
}

/// What has to be written.
struct Change {
    attributes: Option<Vec<u8>>,
    /// Settings to set.
    settings: Vec<(&'static str, &'static str)>,
    /// Sections to remove.
    sections: Vec<&'static str>,
    /// The line of attributes that comes or goes.
    line: String,
}

impl Change {
    fn is_empty(&self) -> bool {
        self.attributes.is_none() && self.settings.is_empty() && self.sections.is_empty()
    }
}

/// Why nothing could be read.
enum Trouble {
    Git(GitError),
    File(ReadError),
    NoHome,
}

impl From<GitError> for Trouble {
    fn from(error: GitError) -> Trouble {
        Trouble::Git(error)
    }
}

impl From<ReadError> for Trouble {
    fn from(error: ReadError) -> Trouble {
        Trouble::File(error)
    }
}

/// Sets git up.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn install(arguments: &GitSetUpArguments, session: &mut Session) -> io::Result<Outcome> {
    let planned = site(arguments, session).and_then(|site| Ok((to_install(&site)?, site)));
    change(planned, arguments, i18n::git_is_set_up, session)
}

/// Undoes that.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn uninstall(
    arguments: &GitSetUpArguments,
    session: &mut Session,
) -> io::Result<Outcome> {
    let planned = site(arguments, session).and_then(|site| Ok((to_uninstall(&site)?, site)));
    change(planned, arguments, i18n::git_is_not_set_up, session)
}

fn site(arguments: &GitSetUpArguments, session: &Session) -> Result<Site, Trouble> {
    if arguments.global {
        let git = Git::anywhere();
        let file = git.attributes_file()?;
        let file = file.or_else(|| session.environment.git_attributes_file());
        let attributes = read_attributes(&file.ok_or(Trouble::NoHome)?, true)?;
        return Ok(Site {
            scope: Scope::Global,
            git,
            attributes,
            repository: None,
        });
    }
    let repository = here()?;
    Ok(Site {
        scope: Scope::Local,
        git: repository.git().clone(),
        attributes: read_attributes(&repository.root().join(".gitattributes"), false)?,
        repository: Some(repository),
    })
}

/// The attributes of a repository may be a symlink to anything; git does not follow it either.
fn read_attributes(path: &Path, may_be_link: bool) -> Result<Attributes, ReadError> {
    if !may_be_link && path.is_symlink() {
        return Err(ReadError::NotRegular {
            path: path.to_owned(),
            kind: FileKind::Other,
        });
    }
    match file::read(path) {
        Err(ReadError::NotFound { .. }) => Ok(Attributes {
            path: path.to_owned(),
            on_disk: None,
        }),
        other => other.map(|on_disk| Attributes {
            path: path.to_owned(),
            on_disk: Some(on_disk),
        }),
    }
}

fn to_install(site: &Site) -> Result<Change, Trouble> {
    let line = drivers::line(match &site.repository {
        Some(repository) => repository.line_ends(Path::new("journeys"))? == LineEnds::Lf,
        None => false,
    });
    let mut settings = Vec::new();
    for (key, value) in drivers::SETTINGS {
        if site.git.setting(site.scope, key)?.as_deref() != Some(value) {
            settings.push((key, value));
        }
    }
    Ok(Change {
        attributes: drivers::added(site.attributes.content(), &line),
        settings,
        sections: Vec::new(),
        line: format!("+ {line}"),
    })
}

fn to_uninstall(site: &Site) -> Result<Change, Trouble> {
    let mut sections = Vec::new();
    for section in drivers::SECTIONS {
        let keys = drivers::SETTINGS.iter().map(|(key, _)| *key);
        for key in keys.filter(|key| key.starts_with(section)) {
            if site.git.setting(site.scope, key)?.is_some() && !sections.contains(&section) {
                sections.push(section);
            }
        }
    }
    Ok(Change {
        attributes: drivers::removed(site.attributes.content()),
        settings: Vec::new(),
        sections,
        line: format!("- {} …", drivers::PATTERN),
    })
}

fn change(
    planned: Result<(Change, Site), Trouble>,
    arguments: &GitSetUpArguments,
    done: i18n::Word,
    session: &mut Session,
) -> io::Result<Outcome> {
    let (change, site) = match planned {
        Ok(planned) => planned,
        Err(trouble) => return refuse_trouble(&trouble, session),
    };
    if change.is_empty() {
        session
            .output
            .line(&Line::new().plain(done(session.lang)))?;
        return Ok(Outcome::Fine);
    }
    show(&change, &site, session)?;
    if !arguments.yes && !agreed(session)? {
        session.note(i18n::git_nothing_written(session.lang))?;
        return Ok(Outcome::Found);
    }
    let outcome = carry_out(change, site, session)?;
    if outcome == Outcome::Fine {
        session
            .output
            .line(&Line::new().plain(done(session.lang)))?;
    }
    Ok(outcome)
}

fn refuse_trouble(trouble: &Trouble, session: &mut Session) -> io::Result<Outcome> {
    let lang = session.lang;
    match trouble {
        Trouble::Git(error) => refuse(error, session),
        Trouble::File(error) => {
            let (what, help) = i18n::read_error(lang, error);
            session.refuse(&what, help)
        }
        Trouble::NoHome => session.refuse(i18n::cli_no_home(lang), i18n::cli_set_home(lang)),
    }
}

fn show(change: &Change, site: &Site, session: &mut Session) -> io::Result<()> {
    let lang = session.lang;
    if change.attributes.is_some() {
        let file = site.attributes.path.to_string_lossy();
        session
            .output
            .line(&Line::new().add(Style::Strong, &file))?;
        session
            .output
            .line(&Line::new().plain("  ").plain(&change.line))?;
    }
    if change.settings.is_empty() && change.sections.is_empty() {
        return Ok(());
    }
    let title = match site.scope {
        Scope::Local => i18n::git_settings_here(lang),
        Scope::Global => i18n::git_settings_global(lang),
    };
    session
        .output
        .line(&Line::new().add(Style::Strong, title))?;
    for (key, value) in &change.settings {
        let setting = format!("+ {key} = {value}");
        let columns = session.environment.columns.map_or(usize::MAX, usize::from);
        for (at, part) in wrap(&setting, columns.saturating_sub(6)).iter().enumerate() {
            let indent = if at == 0 { "  " } else { "      " };
            let line = Line::new().plain(indent).plain(part.trim_end());
            session.output.line(&line)?;
        }
    }
    for section in &change.sections {
        session
            .output
            .line(&Line::new().plain(&format!("  - {section}.*")))?;
    }
    Ok(())
}

/// Asks; where nobody can answer, the answer is no.
fn agreed(session: &mut Session) -> io::Result<bool> {
    let environment = &session.environment;
    if !environment.stdin_is_terminal || !environment.stderr_is_terminal {
        return Ok(false);
    }
    let question = Line::new().add(Style::Strong, i18n::git_write_this(session.lang));
    session.output.ask(&question)?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(
        answer.trim().to_lowercase().as_str(),
        "y" | "yes" | "j" | "ja"
    ))
}

/// Settings first: attributes that name an unknown driver would do no harm, but no good either.
fn carry_out(change: Change, site: Site, session: &mut Session) -> io::Result<Outcome> {
    if let Err(error) = write_settings(&change, &site) {
        return refuse(&error, session);
    }
    match change.attributes {
        None => Ok(Outcome::Fine),
        Some(bytes) if bytes.is_empty() => remove(site.attributes.path, session),
        Some(bytes) => match site.attributes.into_place() {
            Ok(on_disk) => write(&on_disk, &bytes, session),
            Err(error) => refuse_trouble(&Trouble::File(error), session),
        },
    }
}

fn write_settings(change: &Change, site: &Site) -> Result<(), GitError> {
    for (key, value) in &change.settings {
        site.git.set(site.scope, key, value)?;
    }
    for section in &change.sections {
        site.git.remove_section(site.scope, section)?;
    }
    Ok(())
}

/// A file in which nothing was but our line.
fn remove(path: PathBuf, session: &mut Session) -> io::Result<Outcome> {
    match fs::remove_file(&path) {
        Ok(()) => Ok(Outcome::Fine),
        Err(source) => {
            let (what, help) = i18n::read_error(session.lang, &ReadError::Io { path, source });
            session.refuse(&what, help)
        }
    }
}

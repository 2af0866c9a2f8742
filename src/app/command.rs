//! THE table of commands: name, words, keys, where each holds, and what it runs. Help, footer
//! and documentation are made from it. Knows no drawing.

use super::{App, run};
use crate::app::effect::Effect;
use crate::i18n::{self as w, Word};

/// Where a command's keys hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// On the map.
    Map,
    /// In the inspector.
    Inspector,
    /// On every screen.
    Screens,
    /// While a text is typed.
    Field,
    /// While something is picked from a list.
    Pick,
    /// While a text is read: help, questions.
    Reader,
}

impl Scope {
    /// Its word, as a heading of the help.
    pub fn word(self, lang: crate::i18n::Lang) -> &'static str {
        match self {
            Scope::Map => w::scope_map(lang),
            Scope::Inspector => w::scope_inspector(lang),
            Scope::Screens => w::scope_screens(lang),
            Scope::Field => w::scope_field(lang),
            Scope::Pick => w::scope_pick(lang),
            Scope::Reader => w::scope_reader(lang),
        }
    }
}

/// One command.
pub struct Command {
    /// Its name, for the configuration of keys.
    pub name: &'static str,
    /// What it does, in a few words.
    pub word: Word,
    /// Its keys; several keys with spaces between them are pressed one after the other.
    pub keys: &'static [&'static str],
    /// Where the keys hold.
    pub scope: Scope,
    /// Stands in the footer of its scope with this short word.
    pub footer: Option<Word>,
    /// Does it.
    pub run: fn(&mut App) -> Vec<Effect>,
}

const fn command(
    scope: Scope,
    name: &'static str,
    keys: &'static [&'static str],
    word: Word,
    run: fn(&mut App) -> Vec<Effect>,
) -> Command {
    Command {
        name,
        word,
        keys,
        scope,
        footer: None,
        run,
    }
}

impl Command {
    const fn in_footer(mut self, word: Word) -> Command {
        self.footer = Some(word);
        self
    }
}

/// All commands, in the order of help.
pub static COMMANDS: &[Command] = &[
    command(
        Scope::Map,
        "left",
        &["Left", "h"],
        w::cmd_left,
        run::map::left,
    ),
    command(
        Scope::Map,
        "right",
        &["Right", "l"],
        w::cmd_right,
        run::map::right,
    ),
    command(Scope::Map, "up", &["Up", "k"], w::cmd_up, run::map::up),
    command(
        Scope::Map,
        "down",
        &["Down", "j"],
        w::cmd_down,
        run::map::down,
    ),
    command(
        Scope::Map,
        "stage-before",
        &["["],
        w::cmd_stage_before,
        run::map::stage_before,
    ),
    command(
        Scope::Map,
        "stage-after",
        &["]"],
        w::cmd_stage_after,
        run::map::stage_after,
    ),
    command(
        Scope::Map,
        "page-up",
        &["PageUp"],
        w::cmd_page_up,
        run::map::page_up,
    ),
    command(
        Scope::Map,
        "page-down",
        &["PageDown"],
        w::cmd_page_down,
        run::map::page_down,
    ),
    command(
        Scope::Map,
        "first",
        &["Home", "0"],
        w::cmd_first,
        run::map::first,
    ),
    command(
        Scope::Map,
        "last",
        &["End", "$"],
        w::cmd_last,
        run::map::last,
    ),
    command(Scope::Map, "edit", &["Enter"], w::cmd_edit, run::map::edit).in_footer(w::foot_edit),
    command(
        Scope::Map,
        "add-after",
        &["a"],
        w::cmd_add_after,
        run::map::add_after,
    )
    .in_footer(w::foot_add),
    command(
        Scope::Map,
        "add-before",
        &["A"],
        w::cmd_add_before,
        run::map::add_before,
    ),
    command(
        Scope::Map,
        "add-stage",
        &["s"],
        w::cmd_add_stage,
        run::map::add_stage,
    ),
    command(
        Scope::Map,
        "delete",
        &["d", "Delete"],
        w::cmd_delete,
        run::map::delete,
    )
    .in_footer(w::foot_delete),
    command(
        Scope::Map,
        "duplicate",
        &["D"],
        w::cmd_duplicate,
        run::map::duplicate,
    ),
    command(Scope::Map, "copy", &["y"], w::cmd_copy, run::map::copy),
    command(Scope::Map, "paste", &["p"], w::cmd_paste, run::map::paste),
    command(
        Scope::Map,
        "move-later",
        &["J", "A-Right", "A-Down"],
        w::cmd_move_later,
        run::map::move_later,
    )
    .in_footer(w::foot_move),
    command(
        Scope::Map,
        "move-earlier",
        &["K", "A-Left", "A-Up"],
        w::cmd_move_earlier,
        run::map::move_earlier,
    ),
    command(
        Scope::Map,
        "moment-of-truth",
        &["m"],
        w::cmd_moment,
        run::map::moment,
    )
    .in_footer(w::foot_moment),
    command(
        Scope::Map,
        "emotion-up",
        &["+", "="],
        w::cmd_emotion_up,
        run::map::emotion_up,
    )
    .in_footer(w::foot_emotion),
    command(
        Scope::Map,
        "emotion-down",
        &["-"],
        w::cmd_emotion_down,
        run::map::emotion_down,
    ),
    command(
        Scope::Map,
        "expectation-1",
        &["e 1"],
        w::cmd_expectation,
        |app| run::map::rate(app, "expectation", 1),
    ),
    command(
        Scope::Map,
        "expectation-2",
        &["e 2"],
        w::cmd_expectation,
        |app| run::map::rate(app, "expectation", 2),
    ),
    command(
        Scope::Map,
        "expectation-3",
        &["e 3"],
        w::cmd_expectation,
        |app| run::map::rate(app, "expectation", 3),
    ),
    command(
        Scope::Map,
        "expectation-4",
        &["e 4"],
        w::cmd_expectation,
        |app| run::map::rate(app, "expectation", 4),
    ),
    command(
        Scope::Map,
        "expectation-5",
        &["e 5"],
        w::cmd_expectation,
        |app| run::map::rate(app, "expectation", 5),
    ),
    command(
        Scope::Map,
        "experience-1",
        &["x 1"],
        w::cmd_experience,
        |app| run::map::rate(app, "experience", 1),
    ),
    command(
        Scope::Map,
        "experience-2",
        &["x 2"],
        w::cmd_experience,
        |app| run::map::rate(app, "experience", 2),
    ),
    command(
        Scope::Map,
        "experience-3",
        &["x 3"],
        w::cmd_experience,
        |app| run::map::rate(app, "experience", 3),
    ),
    command(
        Scope::Map,
        "experience-4",
        &["x 4"],
        w::cmd_experience,
        |app| run::map::rate(app, "experience", 4),
    ),
    command(
        Scope::Map,
        "experience-5",
        &["x 5"],
        w::cmd_experience,
        |app| run::map::rate(app, "experience", 5),
    ),
    command(
        Scope::Map,
        "importance-1",
        &["i 1"],
        w::cmd_importance,
        |app| run::map::rate(app, "importance", 1),
    ),
    command(
        Scope::Map,
        "importance-2",
        &["i 2"],
        w::cmd_importance,
        |app| run::map::rate(app, "importance", 2),
    ),
    command(
        Scope::Map,
        "importance-3",
        &["i 3"],
        w::cmd_importance,
        |app| run::map::rate(app, "importance", 3),
    ),
    command(
        Scope::Map,
        "importance-4",
        &["i 4"],
        w::cmd_importance,
        |app| run::map::rate(app, "importance", 4),
    ),
    command(
        Scope::Map,
        "importance-5",
        &["i 5"],
        w::cmd_importance,
        |app| run::map::rate(app, "importance", 5),
    ),
    command(Scope::Map, "note", &["n"], w::cmd_note, run::map::note),
    command(
        Scope::Map,
        "fold-lane",
        &["z f"],
        w::cmd_fold,
        run::map::fold,
    ),
    command(
        Scope::Map,
        "hide-lane",
        &["z h"],
        w::cmd_hide,
        run::map::hide,
    ),
    command(
        Scope::Map,
        "show-lanes",
        &["z a"],
        w::cmd_show_lanes,
        run::map::show_lanes,
    ),
    command(
        Scope::Map,
        "lane-up",
        &["z k"],
        w::cmd_lane_up,
        run::map::lane_up,
    ),
    command(
        Scope::Map,
        "lane-down",
        &["z j"],
        w::cmd_lane_down,
        run::map::lane_down,
    ),
    command(
        Scope::Inspector,
        "row-up",
        &["Up", "k"],
        w::cmd_up,
        run::inspector::up,
    ),
    command(
        Scope::Inspector,
        "row-down",
        &["Down", "j"],
        w::cmd_down,
        run::inspector::down,
    ),
    command(
        Scope::Inspector,
        "rows-up",
        &["PageUp"],
        w::cmd_page_up,
        run::inspector::page_up,
    ),
    command(
        Scope::Inspector,
        "rows-down",
        &["PageDown"],
        w::cmd_page_down,
        run::inspector::page_down,
    ),
    command(
        Scope::Inspector,
        "first-row",
        &["Home"],
        w::cmd_first,
        run::inspector::first,
    ),
    command(
        Scope::Inspector,
        "last-row",
        &["End"],
        w::cmd_last,
        run::inspector::last,
    ),
    command(
        Scope::Inspector,
        "edit-row",
        &["Enter", "Right", "l"],
        w::cmd_edit,
        run::inspector::edit,
    )
    .in_footer(w::foot_edit),
    command(
        Scope::Inspector,
        "add-item",
        &["a"],
        w::cmd_add_item,
        run::inspector::add,
    )
    .in_footer(w::foot_add),
    command(
        Scope::Inspector,
        "clear",
        &["d", "Delete"],
        w::cmd_clear,
        run::inspector::delete,
    )
    .in_footer(w::foot_clear),
    command(
        Scope::Inspector,
        "duplicate-item",
        &["D"],
        w::cmd_duplicate,
        run::inspector::duplicate,
    ),
    command(
        Scope::Inspector,
        "copy-item",
        &["y"],
        w::cmd_copy,
        run::inspector::copy,
    ),
    command(
        Scope::Inspector,
        "paste-item",
        &["p"],
        w::cmd_paste,
        run::inspector::paste,
    ),
    command(
        Scope::Inspector,
        "item-later",
        &["J", "A-Down"],
        w::cmd_move_later,
        run::inspector::move_later,
    )
    .in_footer(w::foot_move),
    command(
        Scope::Inspector,
        "item-earlier",
        &["K", "A-Up"],
        w::cmd_move_earlier,
        run::inspector::move_earlier,
    ),
    command(
        Scope::Inspector,
        "more",
        &["+", "="],
        w::cmd_more,
        run::inspector::more,
    ),
    command(
        Scope::Inspector,
        "less",
        &["-"],
        w::cmd_less,
        run::inspector::less,
    ),
    command(
        Scope::Inspector,
        "back",
        &["Esc", "Left", "h"],
        w::cmd_back,
        run::inspector::back,
    )
    .in_footer(w::foot_back),
    command(
        Scope::Inspector,
        "outward",
        &["Backspace"],
        w::cmd_outward,
        run::inspector::outward,
    ),
    command(
        Scope::Screens,
        "go-map",
        &["g m"],
        w::cmd_go_map,
        run::screens::map,
    ),
    command(
        Scope::Screens,
        "go-inspector",
        &["g i"],
        w::cmd_go_inspector,
        run::screens::inspector,
    ),
    command(
        Scope::Screens,
        "go-journey",
        &["g j"],
        w::cmd_go_journey,
        run::screens::journey,
    ),
    command(
        Scope::Screens,
        "next-screen",
        &["Tab"],
        w::cmd_next_screen,
        run::screens::next,
    )
    .in_footer(w::foot_next_screen),
    command(
        Scope::Screens,
        "undo",
        &["u"],
        w::cmd_undo,
        run::screens::undo,
    )
    .in_footer(w::foot_undo),
    command(
        Scope::Screens,
        "redo",
        &["C-r"],
        w::cmd_redo,
        run::screens::redo,
    ),
    command(
        Scope::Screens,
        "save",
        &["C-s"],
        w::cmd_save,
        run::screens::save,
    )
    .in_footer(w::foot_save),
    command(
        Scope::Screens,
        "save-as",
        &["g w"],
        w::cmd_save_as,
        run::screens::save_as,
    ),
    command(
        Scope::Screens,
        "editor",
        &["C-e"],
        w::cmd_editor,
        run::screens::editor,
    ),
    command(
        Scope::Screens,
        "suspend",
        &["C-z"],
        w::cmd_suspend,
        run::screens::suspend,
    ),
    command(
        Scope::Screens,
        "help",
        &["?", "F1"],
        w::cmd_help,
        run::screens::help,
    )
    .in_footer(w::foot_help),
    command(
        Scope::Screens,
        "quit",
        &["q", "C-c"],
        w::cmd_quit,
        run::screens::quit,
    )
    .in_footer(w::foot_quit),
    command(
        Scope::Field,
        "take",
        &["Enter"],
        w::cmd_take,
        run::dialogs::take,
    )
    .in_footer(w::foot_take),
    command(
        Scope::Field,
        "new-line",
        &["A-Enter", "C-j"],
        w::cmd_new_line,
        run::dialogs::new_line,
    ),
    command(
        Scope::Field,
        "field-undo",
        &["C-z", "C-u"],
        w::cmd_undo,
        run::dialogs::undo_typing,
    ),
    command(
        Scope::Field,
        "field-redo",
        &["C-r", "C-y"],
        w::cmd_redo,
        run::dialogs::redo_typing,
    ),
    command(
        Scope::Field,
        "field-all",
        &["C-a"],
        w::cmd_select_all,
        run::dialogs::select_all,
    ),
    command(
        Scope::Field,
        "leave-field",
        &["Esc", "C-c"],
        w::cmd_cancel,
        run::dialogs::cancel,
    )
    .in_footer(w::foot_cancel),
    command(
        Scope::Pick,
        "pick-up",
        &["Up"],
        w::cmd_up,
        run::dialogs::pick_up,
    ),
    command(
        Scope::Pick,
        "pick-down",
        &["Down"],
        w::cmd_down,
        run::dialogs::pick_down,
    ),
    command(
        Scope::Pick,
        "pick-page-up",
        &["PageUp"],
        w::cmd_page_up,
        run::dialogs::pick_page_up,
    ),
    command(
        Scope::Pick,
        "pick-page-down",
        &["PageDown"],
        w::cmd_page_down,
        run::dialogs::pick_page_down,
    ),
    command(
        Scope::Pick,
        "mark",
        &["Space"],
        w::cmd_mark,
        run::dialogs::mark,
    ),
    command(
        Scope::Pick,
        "pick",
        &["Enter"],
        w::cmd_take,
        run::dialogs::pick,
    )
    .in_footer(w::foot_take),
    command(
        Scope::Pick,
        "leave-pick",
        &["Esc", "C-c"],
        w::cmd_cancel,
        run::dialogs::cancel,
    )
    .in_footer(w::foot_cancel),
    command(
        Scope::Reader,
        "read-up",
        &["Up", "k"],
        w::cmd_up,
        run::dialogs::read_up,
    ),
    command(
        Scope::Reader,
        "read-down",
        &["Down", "j"],
        w::cmd_down,
        run::dialogs::read_down,
    ),
    command(
        Scope::Reader,
        "read-page-up",
        &["PageUp"],
        w::cmd_page_up,
        run::dialogs::read_page_up,
    ),
    command(
        Scope::Reader,
        "read-page-down",
        &["PageDown", "Space"],
        w::cmd_page_down,
        run::dialogs::read_page_down,
    ),
    command(
        Scope::Reader,
        "leave-reader",
        &["Esc", "q", "?", "F1", "C-c"],
        w::cmd_cancel,
        run::dialogs::cancel,
    )
    .in_footer(w::foot_close),
];

/// The commands whose keys hold in a scope, its own first.
pub fn of(scope: Scope) -> impl Iterator<Item = &'static Command> {
    let shared = matches!(scope, Scope::Map | Scope::Inspector).then_some(Scope::Screens);
    let own = COMMANDS
        .iter()
        .filter(move |command| command.scope == scope);
    own.chain(
        COMMANDS
            .iter()
            .filter(move |command| Some(command.scope) == shared),
    )
}

//! Commands that hold on every screen.

use super::super::run;
use super::{Command, Scope, command};
use crate::app::Screen;
use crate::i18n as w;

pub(super) static SCREENS: &[Command] = &[
    command(
        Scope::Screens,
        "go-map",
        &["g m"],
        w::cmd_go_map,
        run::screens::map,
    ),
    command(
        Scope::Screens,
        "go-outline",
        &["g o"],
        w::cmd_go_outline,
        |app| run::screens::show(app, Screen::Outline),
    ),
    command(
        Scope::Screens,
        "go-moments",
        &["g t"],
        w::cmd_go_moments,
        |app| run::screens::show(app, Screen::Moments),
    ),
    command(Scope::Screens, "go-kpis", &["g k"], w::cmd_go_kpis, |app| {
        run::screens::show(app, Screen::Kpis)
    }),
    command(
        Scope::Screens,
        "go-priorities",
        &["g p"],
        w::cmd_go_priorities,
        |app| run::screens::show(app, Screen::Priorities),
    ),
    command(
        Scope::Screens,
        "go-values",
        &["g V"],
        w::cmd_go_values,
        |app| run::screens::show(app, Screen::Values),
    ),
    command(
        Scope::Screens,
        "go-departments",
        &["g e"],
        w::cmd_go_departments,
        |app| run::screens::show(app, Screen::Departments),
    ),
    command(
        Scope::Screens,
        "go-improvements",
        &["g b"],
        w::cmd_go_improvements,
        |app| run::screens::show(app, Screen::Improvements),
    ),
    command(
        Scope::Screens,
        "go-strategy",
        &["g y"],
        w::cmd_go_strategy,
        |app| run::screens::show(app, Screen::Strategy),
    ),
    command(
        Scope::Screens,
        "go-findings",
        &["g f"],
        w::cmd_go_findings,
        |app| run::screens::show(app, Screen::Findings),
    ),
    command(
        Scope::Screens,
        "go-notes",
        &["g n"],
        w::cmd_go_notes,
        |app| run::screens::show(app, Screen::Notes),
    ),
    command(
        Scope::Screens,
        "show-changes",
        &["g d"],
        w::cmd_show_changes,
        run::changes::toggle,
    ),
    command(
        Scope::Screens,
        "compare-with",
        &["g D"],
        w::cmd_compare_with,
        run::changes::choose,
    ),
    command(
        Scope::Screens,
        "go-compare",
        &["g v"],
        w::cmd_go_compare,
        run::compare::show,
    ),
    command(
        Scope::Screens,
        "go-history",
        &["g h"],
        w::cmd_go_history,
        run::history::show,
    ),
    command(
        Scope::Screens,
        "import",
        &["g I"],
        w::cmd_import,
        run::import::show,
    )
    .typed(&["import", "import FILE"]),
    command(
        Scope::Screens,
        "import-map",
        &[],
        w::cmd_import_map,
        run::import_map::show,
    )
    .typed(&["import map", "import map FILE"]),
    command(
        Scope::Screens,
        "export",
        &["g X"],
        w::cmd_export,
        run::export::show,
    )
    .typed(&["export", "export FILE"]),
    command(
        Scope::Screens,
        "meeting",
        &["g M", "F5"],
        w::cmd_meeting,
        run::meeting::start,
    )
    .typed(&["meeting"]),
    command(
        Scope::Screens,
        "go-portfolio",
        &["g a"],
        w::cmd_go_portfolio,
        run::portfolio::show,
    )
    .typed(&["portfolio"]),
    command(
        Scope::Screens,
        "start",
        &["g s"],
        w::cmd_start,
        run::start::show,
    )
    .typed(&["start", "tour"]),
    command(
        Scope::Screens,
        "go-conflicts",
        &["g x"],
        w::cmd_go_conflicts,
        run::conflicts::show,
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
        "go-company",
        &["g u"],
        w::cmd_go_company,
        run::screens::open_company,
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
        "screen-before",
        &["S-Tab"],
        w::cmd_screen_before,
        run::screens::before,
    ),
    command(
        Scope::Screens,
        "palette",
        &[":", "C-p"],
        w::cmd_palette,
        run::palette::open,
    ),
    command(
        Scope::Screens,
        "search",
        &["/"],
        w::cmd_search,
        run::search::ask,
    ),
    command(
        Scope::Screens,
        "menu",
        &["Space"],
        w::cmd_menu,
        run::screens::menu,
    ),
    command(
        Scope::Screens,
        "undo",
        &["u"],
        w::cmd_undo,
        run::screens::undo,
    )
    .in_footer(w::foot_undo)
    .offered_if(|app| !app.screen.is_before_journeys()),
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
    .typed(&["write", "w"])
    .in_footer(w::foot_save)
    .offered_if(|app| !app.screen.is_before_journeys()),
    command(
        Scope::Screens,
        "save-as",
        &["g w"],
        w::cmd_save_as,
        run::screens::save_as,
    )
    .typed(&["write FILE", "w FILE"]),
    command(
        Scope::Screens,
        "reload",
        &["g r"],
        w::cmd_reload,
        run::screens::reload,
    ),
    command(
        Scope::Screens,
        "look",
        &["g c"],
        w::cmd_look,
        run::screens::look,
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
    .typed(&["quit", "q"])
    .in_footer(w::foot_quit)
    .offered_if(|app| app.screen != Screen::Meeting),
    command(
        Scope::Screens,
        "save-and-quit",
        &[],
        w::cmd_save_and_quit,
        run::screens::save_and_quit,
    )
    .typed(&["wq"]),
];

//! Commands of the Map.

use super::super::run;
use super::{Command, Scope, command};
use crate::app::App;
use crate::app::map::Zoom;
use crate::i18n as w;

pub(super) static MAP: &[Command] = &[
    command(
        Scope::Map,
        "left",
        &["Left", "h"],
        w::cmd_left,
        run::map::left,
    )
    .motion(),
    command(
        Scope::Map,
        "right",
        &["Right", "l"],
        w::cmd_right,
        run::map::right,
    )
    .motion(),
    command(Scope::Map, "up", &["Up", "k"], w::cmd_up, run::map::up).motion(),
    command(
        Scope::Map,
        "down",
        &["Down", "j"],
        w::cmd_down,
        run::map::down,
    )
    .motion(),
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
    )
    .motion(),
    command(
        Scope::Map,
        "page-down",
        &["PageDown"],
        w::cmd_page_down,
        run::map::page_down,
    )
    .motion(),
    command(
        Scope::Map,
        "first",
        &["Home", "0"],
        w::cmd_first,
        run::map::first,
    )
    .motion(),
    command(
        Scope::Map,
        "last",
        &["End", "$"],
        w::cmd_last,
        run::map::last,
    )
    .motion(),
    command(Scope::Map, "edit", &["Enter"], w::cmd_edit, run::map::edit)
        .repeated_as(App::map_edit)
        .in_footer(w::foot_edit),
    command(
        Scope::Map,
        "add-after",
        &["a"],
        w::cmd_add_after_or_to_lane,
        run::map::add_after,
    )
    .repeated_as(App::map_add)
    .in_footer(w::foot_add),
    command(
        Scope::Map,
        "add-before",
        &["A"],
        w::cmd_add_before_or_to_lane,
        run::map::add_before,
    )
    .repeated_as(App::map_add),
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
    .repeated_as(App::map_clear)
    .in_footer(w::foot_delete)
    .offered_if(|app| app.map_element().is_some()),
    command(
        Scope::Map,
        "personas",
        &["z c"],
        w::cmd_personas,
        run::lens::personas,
    ),
    command(
        Scope::Map,
        "path",
        &["z p", "f w"],
        w::cmd_path,
        run::lens::path,
    ),
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
        Scope::Map,
        "columns-narrower",
        &["<"],
        w::cmd_narrower,
        run::map::narrower,
    ),
    command(
        Scope::Map,
        "columns-wider",
        &[">"],
        w::cmd_wider,
        run::map::wider,
    ),
    command(
        Scope::Map,
        "columns-automatic",
        &["z w"],
        w::cmd_automatic,
        run::map::automatic,
    ),
    command(
        Scope::Map,
        "zoom-in",
        &["z +"],
        w::cmd_zoom_in,
        run::map::zoom_in,
    ),
    command(
        Scope::Map,
        "zoom-out",
        &["z -"],
        w::cmd_zoom_out,
        run::map::zoom_out,
    ),
    command(
        Scope::Map,
        "zoom-back",
        &["Esc"],
        w::cmd_zoom_back,
        run::map::zoom_back,
    )
    .in_footer(w::foot_back)
    .offered_if(|app| app.map.zoom != Zoom::Touchpoints),
];

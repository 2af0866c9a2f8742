//! Commands of the filter of the Map.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static FILTER: &[Command] = &[
    command(
        Scope::Filter,
        "clear-filter",
        &["Esc"],
        w::cmd_clear_filter,
        run::filter::clear,
    ),
    command(
        Scope::Map,
        "filter-moments",
        &["f m"],
        w::cmd_filter_moments,
        run::filter::moments,
    ),
    command(
        Scope::Map,
        "filter-gap",
        &["f g"],
        w::cmd_filter_gap,
        run::filter::negative_gap,
    ),
    command(
        Scope::Map,
        "filter-owner",
        &["f o"],
        w::cmd_filter_owner,
        run::filter::owner,
    ),
    command(
        Scope::Map,
        "filter-channel",
        &["f c"],
        w::cmd_filter_channel,
        run::filter::channel,
    ),
    command(
        Scope::Map,
        "filter-persona",
        &["f p"],
        w::cmd_filter_persona,
        run::filter::persona,
    ),
    command(
        Scope::Map,
        "filter-assumed",
        &["f a"],
        w::cmd_filter_assumed,
        run::filter::assumed,
    ),
];

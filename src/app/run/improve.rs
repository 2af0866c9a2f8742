//! Commands that make improvements: of a pain, of a feedback, or of nothing yet.

use super::dialogs;
use crate::app::dialog::PickDialog;
use crate::app::edits::{Asked, Need, element_with, insertion};
use crate::app::effect::Effect;
use crate::app::improvements::Showing;
use crate::app::map::Lane;
use crate::app::options::Choice;
use crate::app::{App, Screen};
use crate::document::edit::Slot;
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::journey::model::{ImprovementStatus, Touchpoint};
use crate::journey::place::{ElementKey, Place, Step};
use crate::ron_text::quote;
use crate::text::TextField;

/// Asks for the title of an improvement that stands at nothing yet.
pub fn add(app: &mut App) -> Vec<Effect> {
    ask(app, Need::default());
    Vec::new()
}

/// Asks for the title of an improvement.
pub fn ask(app: &mut App, need: Need) {
    let title = match &need.because {
        Some(cause) => w::improvement_new_because(app.lang, cause),
        None => w::improvement_new(app.lang).to_owned(),
    };
    let hint = w::name_hint(app.lang).to_owned();
    let asked = Asked::Improvement(need);
    dialogs::ask(app, title, hint, TextField::single_line(""), asked);
}

/// Makes an improvement of what hurts at the touchpoint under the cursor; where several things do,
/// asks which one it answers.
pub fn from_cause(app: &mut App) -> Vec<Effect> {
    let Some(at) = app.here().filter(|it| it.kind == Kind::Touchpoint) else {
        app.refuse(w::no_touchpoint_here(app.lang));
        return Vec::new();
    };
    let causes = app.touchpoint_of(&at).map(|it| causes(app, it));
    match causes.unwrap_or_default().as_slice() {
        [] => ask(app, Need::at(at)),
        [one] => ask(app, Need::at(at).because(one)),
        several => ask_cause(app, at, several),
    }
    Vec::new()
}

/// What is said in the lane under the cursor, where that is one of pains or feedback; else all of
/// both.
fn causes(app: &App, touchpoint: &Touchpoint) -> Vec<String> {
    let pains = touchpoint.pains.iter();
    let feedback = touchpoint.feedback.iter().map(|it| &it.text);
    let lane = app.map.row.lane().filter(|_| app.behind == Screen::Map);
    let (pains, feedback): (Vec<&String>, Vec<&String>) = match lane {
        Some(Lane::Pains) if !touchpoint.pains.is_empty() => (pains.collect(), Vec::new()),
        Some(Lane::Feedback) if !touchpoint.feedback.is_empty() => (Vec::new(), feedback.collect()),
        _ => (pains.collect(), feedback.collect()),
    };
    let all = pains.into_iter().chain(feedback);
    all.filter(|it| !it.trim().is_empty()).cloned().collect()
}

fn ask_cause(app: &mut App, at: ElementKey, causes: &[String]) {
    let all = causes.iter().map(|it| Choice::plain(it, quote(it)));
    let other = Choice {
        label: w::improvement_other_cause(app.lang).to_owned(),
        ..Choice::default()
    };
    let title = w::improvement_which_cause(app.lang).to_owned();
    let asked = Asked::Cause(at, causes.to_vec());
    dialogs::ask_one(app, title, all.chain([other]).collect(), asked);
}

/// What the improvement answers was picked: its title is asked for.
pub fn caused(
    app: &mut App,
    dialog: &PickDialog,
    at: &ElementKey,
    causes: &[String],
) -> Vec<Effect> {
    let Some(picked) = dialog.current() else {
        return Vec::new();
    };
    app.dialogs.pop();
    let need = Need {
        because: causes.get(picked).cloned(),
        ..Need::at(at.clone())
    };
    ask(app, need);
    Vec::new()
}

/// Makes an improvement of the pain or feedback in the row under the cursor of the inspector; on
/// any other row, of what hurts at its touchpoint.
pub fn from_row(app: &mut App) -> Vec<Effect> {
    let place = app.row().map(|row| row.place);
    let place = place.unwrap_or_else(|| app.page().0.clone());
    let touchpoint = place.element.as_ref();
    let touchpoint = touchpoint.filter(|it| it.kind == Kind::Touchpoint).cloned();
    match (touchpoint, cause_of(&place)) {
        (Some(at), Some(cause)) => ask(app, Need::at(at).because(&cause)),
        _ => return from_cause(app),
    }
    Vec::new()
}

/// The text of a pain, or of a feedback: the last part of its key.
fn cause_of(place: &Place) -> Option<String> {
    match place.steps.as_slice() {
        [Step::Field(list), Step::Item { key, .. }, ..]
            if matches!(list.as_str(), "pains" | "feedback") =>
        {
            key.last().cloned()
        }
        _ => None,
    }
}

impl Need {
    /// Something for a touchpoint.
    pub fn at(touchpoint: ElementKey) -> Need {
        Need {
            at: Some(touchpoint),
            because: None,
        }
    }

    /// It answers this.
    fn because(mut self, cause: &str) -> Need {
        self.because = Some(cause.to_owned());
        self
    }
}

/// Makes an improvement that is to be planned, with what its touchpoint says of it: who looks after
/// it, and the KPI to check it by where there is exactly one.
///
/// # Errors
/// Why the edit cannot be made.
pub fn make(app: &mut App, need: &Need, title: &str) -> Result<(), String> {
    let id = app.new_id(Kind::Improvement, title);
    let touchpoint = need.at.as_ref().and_then(|at| app.touchpoint_of(at));
    let owner = touchpoint.and_then(|it| it.owner.as_deref());
    let kpi = touchpoint.and_then(|it| match it.kpis.as_slice() {
        [only] => Some(&only.id),
        _ => None,
    });
    let state = ImprovementStatus::Plan;
    let fields = [
        Some(("id", quote(&id))),
        Some(("title", quote(title))),
        need.at
            .as_ref()
            .map(|at| ("at", format!("[{}]", quote(&at.id)))),
        owner.map(|it| ("owner", quote(it))),
        Some(("status", format!("{state:?}"))),
        kpi.map(|it| ("expects", format!("(kpi: {})", quote(it)))),
        need.because.as_ref().map(|it| ("because", quote(it))),
    ];
    let fields: Vec<(&str, String)> = fields.into_iter().flatten().collect();
    let item = element_with(Kind::Improvement, &fields);
    let edit = insertion(Place::root().field("improvements"), Slot::Last, item);
    let mut after = app.cursor();
    if app.behind == Screen::Improvements {
        app.improvements = Showing::Board;
        after.list.on = Some(Place::of(ElementKey::new(Kind::Improvement, id)));
    }
    dialogs::try_edit_and_go(app, &edit, after)?;
    let state = w::improvement_state(app.lang, Some(state));
    if app.behind != Screen::Improvements {
        app.done(w::improvement_made(app.lang, state));
    }
    Ok(())
}

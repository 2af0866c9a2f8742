//! A save that failed: what is said, and where else the document can go. Knows no files: what can
//! be proposed comes in.

use std::path::{Path, PathBuf};

use super::App;
use super::dialog::{Answer, ConfirmDialog, Dialog, Does};
use super::effect::{Effect, NotSaved, Remedy};
use super::run::screens::writing;
use crate::i18n as w;

impl App {
    /// Says why the document was not saved; asks for another place where that would help. `then`
    /// follows once it is saved.
    pub(super) fn offer_elsewhere(&mut self, refused: NotSaved, then: Vec<Effect>) {
        let Remedy::Elsewhere(place) = refused.remedy else {
            return self.refuse(refused.why);
        };
        let lang = self.lang;
        let mut lines = vec![
            refused.why,
            String::new(),
            w::elsewhere_text(lang).to_owned(),
        ];
        lines.extend(
            place
                .as_ref()
                .map(|it| w::elsewhere_place(lang, &it.to_string_lossy())),
        );
        let proposed = place.map(|place| self.save_there(place, then.clone()));
        let others = [
            Answer::new(
                w::elsewhere_other_key(lang),
                w::elsewhere_other(lang),
                Does::SaveAs(then.clone()),
            ),
            Answer::new(
                w::elsewhere_again_key(lang),
                w::elsewhere_again(lang),
                Does::Save(then),
            ),
            Answer::new(
                w::elsewhere_leave_key(lang),
                w::elsewhere_leave(lang),
                Does::Cancel,
            ),
        ];
        self.dialogs.push(Dialog::Confirm(ConfirmDialog {
            title: w::elsewhere_title(lang).to_owned(),
            lines,
            answers: proposed.into_iter().chain(others).collect(),
            scroll: 0,
        }));
    }

    fn save_there(&self, place: PathBuf, then: Vec<Effect>) -> Answer {
        let save = writing(self, Some(place), then);
        Answer::new(
            w::elsewhere_take_key(self.lang),
            w::elsewhere_take(self.lang),
            Does::Effects(vec![save]),
        )
    }

    /// Says which file the document stands in now.
    pub(super) fn tell_saved(&mut self, path: &Path) {
        let file = path.to_string_lossy();
        let text = match self.path.as_deref().filter(|old| *old != path) {
            Some(old) => w::saved_elsewhere(self.lang, &file, &old.to_string_lossy()),
            None => w::saved(self.lang, &file),
        };
        self.done(text);
    }
}

//! Writing a file by the save protocol, and saying why it could not be written.

use std::io;

use super::{Outcome, Session};
use crate::document::file::OnDisk;
use crate::document::save::save;
use crate::i18n;

/// Puts these bytes where the file is, or says why not.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn write(on_disk: &OnDisk, bytes: &[u8], session: &mut Session) -> io::Result<Outcome> {
    let lang = session.lang;
    let Some(places) = session.environment.places() else {
        return session.refuse(i18n::cli_no_home(lang), i18n::cli_set_home(lang));
    };
    match save(on_disk, bytes, &places) {
        Ok(_) => Ok(Outcome::Fine),
        Err(error) => {
            let (what, help) = i18n::save_error(lang, &error);
            session.refuse(&what, help)
        }
    }
}

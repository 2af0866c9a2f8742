//! Which lines or words two texts share. Knows no journey.

use similar::DiffOp;
use similar::algorithms::{Capture, Compact, Replace, myers};

/// What becomes of the old parts, in order.
pub fn diff(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    // Called by its name: where the algorithm is a value, all six of them are in the program.
    let mut found = Compact::new(Replace::new(Capture::new()), old, new);
    let Ok(()) = myers::diff(&mut found, old, 0..old.len(), new, 0..new.len());
    found.into_inner().into_inner().into_ops()
}

//! Commands of what to improve first.

use crate::app::App;
use crate::app::effect::Effect;
use crate::journey::priorities::Crossing;

/// Lets the quadrants meet elsewhere: at the middle of the scales, or at the means.
pub fn crossing(app: &mut App) -> Vec<Effect> {
    app.crossing = match app.crossing {
        Crossing::Middle => Crossing::Means,
        Crossing::Means => Crossing::Middle,
    };
    Vec::new()
}

//! What a person sees: plain data drawn into a buffer, with the rectangles a click can hit.
//!
//! Changes nothing and asks nothing: no file, no clock, no terminal.

mod braille;
pub mod map;
pub mod theme;

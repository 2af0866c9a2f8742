//! The canonical form of RON texts: examples written by hand, and the laws that hold for any text.

mod examples;
mod fixtures;
mod rules;

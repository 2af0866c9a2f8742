//! What the program remembers of a person from one time to the next, and the text that it is kept
//! in. Knows no file: the text comes in at the start and goes out as an effect when it changed.
//!
//! The text is the program's own, so whatever cannot be meant in it (a lane of another version,
//! junk) is left out without a word.

use super::App;
use super::effect::Effect;
use super::map::{Lane, Widths};
use super::meeting::{Agenda, KeptMeeting};
use crate::ron_text::{Node, Tree, quote};

/// What is remembered. Another thing to remember is a field here, with its line in
/// [`read`](Memory::read), [`text`](Memory::text), [`App::recall`] and `App::memory`.
#[derive(Debug, Clone, PartialEq)]
pub struct Memory {
    /// The lanes of the Map in their order, all of them.
    pub lanes: Vec<Lane>,
    /// Lanes shown as one line.
    pub folded: Vec<Lane>,
    /// Lanes not shown.
    pub hidden: Vec<Lane>,
    /// How wide the columns of the Map are.
    pub widths: Widths,
    /// The agenda that a meeting was begun with last.
    pub agenda: Agenda,
    /// The meetings that were not ended, the newest first.
    pub meetings: Vec<KeptMeeting>,
}

impl Default for Memory {
    fn default() -> Memory {
        Memory {
            lanes: Lane::ALL.to_vec(),
            folded: Vec::new(),
            hidden: Vec::new(),
            widths: Widths::default(),
            agenda: Agenda::default(),
            meetings: Vec::new(),
        }
    }
}

impl Memory {
    /// What a text remembers; of a text that is none of the program's, nothing.
    pub fn read(text: &str) -> Memory {
        let tree = Tree::read(text.to_owned());
        let root = tree.root().and_then(Node::inner);
        let Some(root) = root.filter(|it| it.name() == Some("Memory")) else {
            return Memory::default();
        };
        let lanes = |field| named(root.field(field), Lane::named);
        Memory {
            lanes: completed(lanes("lanes")),
            folded: lanes("folded"),
            hidden: lanes("hidden"),
            widths: named(root.field("columns"), Widths::named)
                .first()
                .copied()
                .unwrap_or_default(),
            agenda: named(root.field("agenda"), Agenda::named)
                .first()
                .copied()
                .unwrap_or_default(),
            meetings: root
                .field("meetings")
                .and_then(Node::inner)
                .into_iter()
                .flat_map(Node::children)
                .filter_map(KeptMeeting::read)
                .collect(),
        }
    }

    /// The text that remembers this.
    pub fn text(&self) -> String {
        let lanes = |lanes: &[Lane]| {
            let names: Vec<String> = lanes.iter().map(|lane| quote(lane.name())).collect();
            format!("[{}]", names.join(", "))
        };
        let meetings = self.meetings.iter().map(KeptMeeting::text);
        let meetings: String = meetings.map(|it| format!("        {it},\n")).collect();
        format!(
            "Memory(\n    lanes: {},\n    folded: {},\n    hidden: {},\n    columns: {},\n    agenda: {},\n    meetings: [\n{meetings}    ],\n)\n",
            lanes(&self.lanes),
            lanes(&self.folded),
            lanes(&self.hidden),
            quote(self.widths.name()),
            quote(self.agenda.name()),
        )
    }
}

/// A whole number.
pub(super) fn number<T: std::str::FromStr>(field: Option<Node<'_>>) -> Option<T> {
    field?.inner()?.raw().parse().ok()
}

/// What the texts of a field name, a text by itself or several in a list; each of them once.
pub(super) fn named<T: PartialEq>(
    field: Option<Node<'_>>,
    of_name: fn(&str) -> Option<T>,
) -> Vec<T> {
    let nodes = field
        .into_iter()
        .flat_map(|it| [it].into_iter().chain(it.children()));
    let mut all = Vec::new();
    for item in nodes.filter_map(|node| of_name(&node.text()?)) {
        if !all.contains(&item) {
            all.push(item);
        }
    }
    all
}

/// All lanes in this order, those that it does not name behind it.
fn completed(mut lanes: Vec<Lane>) -> Vec<Lane> {
    let missing = Lane::ALL.iter().filter(|lane| !lanes.contains(lane));
    let missing: Vec<Lane> = missing.copied().collect();
    lanes.extend(missing);
    lanes
}

impl App {
    /// Takes up what was remembered.
    pub fn recall(&mut self, memory: Memory) {
        self.map.order = memory.lanes.clone();
        self.map.folded = memory.folded.clone();
        self.map.hidden = memory.hidden.clone();
        self.map.widths = memory.widths;
        self.meetings.agenda = memory.agenda;
        self.meetings.kept = memory.meetings.clone();
        self.remembered = memory;
    }

    /// What there is to remember now.
    pub(super) fn memory(&self) -> Memory {
        Memory {
            lanes: self.map.order.clone(),
            folded: self.map.folded.clone(),
            hidden: self.map.hidden.clone(),
            widths: self.map.widths,
            agenda: self.meetings.agenda,
            meetings: self.kept_meetings(),
        }
    }

    /// These effects, and before them the one that writes down what there is to remember, if that
    /// has changed.
    pub(super) fn remembering(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let memory = self.memory();
        if memory == self.remembered {
            return effects;
        }
        let remember = Effect::Remember(memory.text());
        self.remembered = memory;
        [remember].into_iter().chain(effects).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{self, press};
    use super::*;
    use proptest::prelude::*;

    fn kept() -> Memory {
        Memory {
            lanes: completed(vec![Lane::Notes, Lane::Ratings]),
            folded: vec![Lane::Pains, Lane::Kpis],
            hidden: vec![Lane::MomentOfTruth],
            widths: Widths::Wide,
            agenda: Agenda::Gaps,
            meetings: vec![KeptMeeting {
                file: "a \"b\".ron".to_owned(),
                agenda: Agenda::Moments,
                at: "check-in".to_owned(),
                participants: vec!["Ann \"A\"".to_owned(), "Beat".to_owned()],
                seconds: 120,
                planned: Some(5),
                notes: vec!["n1".to_owned()],
                agendas: vec![Agenda::Touchpoints, Agenda::Moments],
                come_to: vec!["check-in".to_owned(), "stay".to_owned()],
                begun: Some("Journey(\r\n\ttitle: \"Ä 日\",\n)".into()),
            }],
        }
    }

    #[test]
    fn the_text_gives_back_what_went_into_it() {
        for memory in [Memory::default(), kept()] {
            assert_eq!(Memory::read(&memory.text()), memory);
        }
    }

    #[test]
    fn what_cannot_be_meant_is_left_out() {
        for (text, expected) in [
            ("", Memory::default()),
            ("Memory(", Memory::default()),
            ("Journey(hidden: [\"pains\"])", Memory::default()),
            (
                "Memory(hidden: 3, lanes: \"?\", columns: [])",
                Memory::default(),
            ),
            (
                "Memory(hidden: [\"pains\", \"dreams\", 5, \"pains\"], new: (1, 2), columns: \"huge\")",
                Memory {
                    hidden: vec![Lane::Pains],
                    ..Memory::default()
                },
            ),
        ] {
            assert_eq!(Memory::read(text), expected, "{text}");
        }
    }

    #[test]
    fn every_lane_has_a_name_of_its_own() {
        for lane in Lane::ALL {
            assert_eq!(Lane::named(lane.name()), Some(*lane));
        }
    }

    #[test]
    fn a_change_is_written_down_once_and_taken_up_again() {
        let mut app = tests::app();
        let texts = |effects: Vec<Effect>| -> Vec<String> {
            let text = |effect| match effect {
                Effect::Remember(text) => Some(text),
                _ => None,
            };
            effects.into_iter().filter_map(text).collect()
        };
        assert!(texts(press(&mut app, "Down Down Left + u")).is_empty());
        let mut written = texts(press(&mut app, "z f z j Down z h >"));
        assert_eq!(written.len(), 4, "{written:?}");
        let mut next = tests::app();
        next.recall(Memory::read(&written.pop().unwrap()));
        assert_eq!(next.map.order, app.map.order);
        assert_eq!(next.map.folded, [Lane::Ratings]);
        assert_eq!(next.map.hidden, app.map.hidden);
        assert_eq!(next.map.widths, Widths::Wide);
        assert!(texts(press(&mut next, "Down Right")).is_empty());
    }

    proptest! {
        #[test]
        fn no_text_makes_it_fail(text in any::<String>(), at in 0..200usize) {
            let whole = Memory::read(&text);
            prop_assert_eq!(whole.lanes.len(), Lane::ALL.len());
            let own = kept().text();
            let cut = own.get(..at).unwrap_or(&own);
            prop_assert_eq!(Memory::read(cut).lanes.len(), Lane::ALL.len());
        }
    }
}

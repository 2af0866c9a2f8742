//! The palette: every command that can be given here, and every element by its name. Knows no
//! drawing.

use super::App;
use super::command::{self, Command};
use super::dialog::PickDialog;
use super::edits::Asked;
use super::key::pretty_keys;
use super::options::Choice;
use super::update::needs_journey;
use crate::i18n;
use crate::journey::place::ElementKey;
use crate::text::TextField;

/// What a choice of the palette does.
#[derive(Debug, Clone, PartialEq)]
pub enum Goal {
    /// Gives the command of this name.
    Command(&'static str),
    /// Goes to this element.
    Element(ElementKey),
}

impl App {
    /// The palette of the screen that has the keys.
    pub fn palette(&self) -> PickDialog {
        let chain = self.chain_of_screen();
        let commands = command::of(&chain)
            .filter(|it| self.keymap.is_given(&chain, it) && !needs_journey(self, it.scope));
        // What only moves the cursor is rarely looked for.
        let (motions, others): (Vec<_>, Vec<_>) = commands.partition(|it| it.is_motion);
        let commands = others.into_iter().chain(motions);
        let commands = commands.map(|it| (self.command_choice(it), Goal::Command(it.name)));
        let parsed = &self.document.parsed;
        let elements = parsed.index.elements().map(|(key, node)| {
            let choice = Choice {
                label: self.label_of(parsed.tree.node(node)),
                aside: key.kind.word(self.lang).to_owned(),
                also: vec![key.kind.word(self.lang).to_owned()],
                value: Some(key.id.clone()),
                ..Choice::default()
            };
            (choice, Goal::Element(key.clone()))
        });
        let elements = elements.filter(|(choice, _)| !choice.label.is_empty());
        let (choices, goals) = commands.chain(elements).unzip();
        PickDialog {
            title: i18n::palette_title(self.lang).to_owned(),
            choices,
            filter: TextField::single_line(""),
            cursor: 0,
            several: false,
            asked: Asked::Palette(goals),
        }
    }

    fn command_choice(&self, command: &'static Command) -> Choice {
        let chain = self.chain_of_screen();
        let keys = self.keymap.keys_here(&chain, command).map(pretty_keys);
        let names = std::iter::once(&command.name).chain(command.typed);
        let typed = command.typed.first().map(|word| format!(":{word}"));
        Choice {
            label: command.title(self.lang),
            aside: keys.chain(typed).collect::<Vec<_>>().join("  "),
            also: names.map(|name| (*name).to_owned()).collect(),
            typed: command.typed,
            value: Some(command.name.to_owned()),
            ..Choice::default()
        }
    }
}

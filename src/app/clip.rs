//! Elements on the clipboard, as RON text that a person can read: the elements, and what they refer
//! to in their file, so that another file can take that along. Changes nothing itself.

use super::App;
use super::edits::insertion;
use super::run::remove::goes_along;
use crate::document::edit::{Edit, Slot};
use crate::document::plan::PlanError;
use crate::journey::Parsed;
use crate::journey::fields::Kind;
use crate::journey::finding::What;
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::{self, Node, Tree, quote};

/// Kinds that are taken along into a file that lacks them.
const COMPANIONS: [Kind; 5] = [
    Kind::Persona,
    Kind::Value,
    Kind::Department,
    Kind::Channel,
    Kind::Path,
];

/// Elements that were copied.
#[derive(Debug, Clone, PartialEq)]
pub struct Clip {
    /// Their kind.
    pub kind: Kind,
    /// Their texts, with their comments.
    pub items: Vec<String>,
    /// What they refer to: kind, id, text.
    pub companions: Vec<(Kind, String, String)>,
}

impl Clip {
    /// Reads a text from a clipboard; `None` where it is anything else.
    pub fn read(text: &str) -> Option<Clip> {
        let tree = Tree::read(text.trim().to_owned());
        let root = tree.root().filter(|_| tree.error().is_none())?;
        let alone = kind_of(root).map(|kind| Clip {
            kind,
            items: vec![ron_text::fragment(root)],
            companions: Vec::new(),
        });
        alone.or_else(|| Clip::of_list(root))
    }

    /// Elements of the first one's kind are what was copied, the others what goes along.
    fn of_list(list: Node<'_>) -> Option<Clip> {
        let mut clip = Clip {
            kind: kind_of(list.children().next()?)?,
            items: Vec::new(),
            companions: Vec::new(),
        };
        for node in list.children() {
            let (kind, text) = (kind_of(node)?, ron_text::fragment(node));
            match kind == clip.kind {
                true => clip.items.push(text),
                false => clip.companions.push((kind, id_of(node)?, text)),
            }
        }
        Some(clip)
    }

    /// The text for a clipboard.
    pub fn text(&self) -> String {
        if let ([only], []) = (self.items.as_slice(), self.companions.as_slice()) {
            return only.clone();
        }
        let companions = self.companions.iter().map(|(_, _, text)| text);
        // The comma stands on a line of its own: the item may end in a comment.
        let items = self.items.iter().chain(companions);
        let items: Vec<String> = items.map(|item| format!("{item}\n,\n")).collect();
        format!("[\n{}]\n", items.concat())
    }
}

fn kind_of(node: Node<'_>) -> Option<Kind> {
    let kind = Kind::named(node.inner()?.name()?)?;
    (kind.has_id() && id_of(node).is_some()).then_some(kind)
}

fn id_of(node: Node<'_>) -> Option<String> {
    let id = node.inner()?.field("id")?.inner()?.text()?;
    Some(id.into_owned())
}

/// What pasting would do.
pub struct Pasting {
    /// Inserts the elements.
    pub insert: Vec<Edit>,
    /// The last element that is inserted.
    pub last: ElementKey,
    /// Brings along what the file lacks and the clip has.
    pub bring: Vec<Edit>,
    /// Takes away, after `insert`, the references to what the clip has not either.
    pub clear_rest: Vec<Edit>,
    /// Takes away, after `insert`, all references to what the file lacks.
    pub clear_all: Vec<Edit>,
    /// What the file lacks: kind and id.
    pub lacks: Vec<(Option<Kind>, String)>,
}

impl App {
    /// The elements as they are copied.
    pub fn clip_of(&self, elements: &[ElementKey]) -> Option<Clip> {
        let parsed = &self.document.parsed;
        let kind = elements.first()?.kind;
        let of_kind = elements.iter().filter(|it| it.kind == kind);
        let nodes = of_kind.filter_map(|it| Some(parsed.tree.node(parsed.index.node(it)?)));
        let nodes: Vec<Node<'_>> = nodes.collect();
        let mut companions = Vec::new();
        for node in &nodes {
            self.add_companions(*node, &mut companions);
        }
        Some(Clip {
            kind,
            items: nodes.into_iter().map(ron_text::fragment).collect(),
            companions,
        })
    }

    fn add_companions(&self, element: Node<'_>, companions: &mut Vec<(Kind, String, String)>) {
        let parsed = &self.document.parsed;
        let span = element.span();
        for (node, kind) in parsed.index.references() {
            let node = parsed.tree.node(node);
            let Some(kind) = kind.filter(|kind| COMPANIONS.contains(kind)) else {
                continue;
            };
            let id = node.inner().and_then(Node::text).unwrap_or_default();
            let is_known = companions
                .iter()
                .any(|(of, it, _)| (*of, &**it) == (kind, &*id));
            if span.contains(&node.span().start) && !is_known {
                let text = self.definition(kind, &id);
                companions.extend(text.map(|text| (kind, id.into_owned(), text)));
            }
        }
    }

    /// An element's text, of this file or as the company lends it.
    fn definition(&self, kind: Kind, id: &str) -> Option<String> {
        let parsed = &self.document.parsed;
        let own = parsed.index.node(&ElementKey::new(kind, id));
        if let Some(own) = own {
            return Some(ron_text::fragment(parsed.tree.node(own)));
        }
        let lent = self.inherited(kind).into_iter().find(|(it, _)| it == id);
        let struct_name = kind.spec().name?;
        lent.map(|(id, name)| format!("{struct_name}(id: {}, name: {})", quote(&id), quote(&name)))
    }

    /// Plans the pasting of a clip.
    ///
    /// # Errors
    /// The elements cannot be inserted there.
    pub fn pasting(&self, clip: &Clip, list: &Place, slot: Slot) -> Result<Pasting, PlanError> {
        let mut taken = Vec::new();
        let (mut insert, mut slot) = (Vec::new(), slot);
        let mut last = ElementKey::new(clip.kind, "");
        for item in &clip.items {
            let new = self.with_new_ids(clip.kind, item, &mut taken);
            let (text, id) = new.ok_or(PlanError::NotAsMeant)?;
            insert.push(insertion(list.clone(), slot, text));
            last = ElementKey::new(clip.kind, id);
            slot = Slot::After(Place::of(last.clone()));
        }
        let after = self.document.after(&Edit::Many(insert.clone()))?;
        Ok(self.with_what_is_missing(clip, insert, last, &after))
    }

    fn with_what_is_missing(
        &self,
        clip: &Clip,
        insert: Vec<Edit>,
        last: ElementKey,
        after: &Parsed,
    ) -> Pasting {
        let before: Vec<&Place> = dangling(&self.document.parsed)
            .map(|(place, ..)| place)
            .collect();
        let mut pasting = Pasting {
            insert,
            last,
            bring: Vec::new(),
            clear_rest: Vec::new(),
            clear_all: Vec::new(),
            lacks: Vec::new(),
        };
        for (place, kind, id) in dangling(after).filter(|(place, ..)| !before.contains(place)) {
            let item = goes_along(after, place);
            let companion = clip
                .companions
                .iter()
                .find(|(of, it, _)| Some(*of) == kind && it == id);
            if pasting
                .clear_all
                .contains(&Edit::Remove { item: item.clone() })
            {
                continue;
            }
            pasting.clear_all.push(Edit::Remove { item: item.clone() });
            match companion {
                None => pasting.clear_rest.push(Edit::Remove { item }),
                Some(_) if pasting.lacks.contains(&(kind, id.to_owned())) => {}
                Some((kind, _, text)) => pasting.bring.extend(bring(*kind, text)),
            }
            if !pasting.lacks.contains(&(kind, id.to_owned())) {
                pasting.lacks.push((kind, id.to_owned()));
            }
        }
        // From the end, so that what is taken away first moves nothing that follows.
        pasting.clear_all.reverse();
        pasting.clear_rest.reverse();
        pasting
    }
}

fn bring(kind: Kind, text: &str) -> Option<Edit> {
    let mut fields = Kind::Journey.spec().fields.iter();
    let field = fields.find(|field| field.holds() == Some(kind))?;
    let list = Place::root().field(field.name);
    Some(insertion(list, Slot::Last, text.to_owned()))
}

/// The references to nothing: where, of which kind, to which id.
fn dangling(parsed: &Parsed) -> impl Iterator<Item = (&Place, Option<Kind>, &str)> {
    parsed
        .findings
        .iter()
        .filter_map(|finding| match &finding.what {
            What::Dangling { kind, id, .. } => Some((&finding.place, *kind, id.as_str())),
            _ => None,
        })
}

//! A journey as one page for a browser and for paper: what a client gets. No script, nothing from
//! elsewhere; its words are in one language, the journey's own texts are marked with theirs.

mod compare;
mod kpis;
mod lists;
mod map;
mod moments;
mod priorities;

use super::export::{Export, Exported};
use super::markup::Markup;
use crate::i18n::{self as w, InWords, Lang};
use crate::journey::fields::Kind;
use crate::journey::model::{Journey, Persona};

/// The look of the page.
const STYLE: &str = include_str!("style.css");

/// What a browser may take for this page: this style, and nothing else. The test says the hash where
/// the style has changed.
const POLICY: &str = "default-src 'none'; style-src 'sha256-jFZS+1YhEIxGJkNwAEVs7ZWFVOiAJOl3ErEb0/lJfiI='; img-src data:; base-uri 'none'; form-action 'none'";

/// After so many seconds a browser reads a page again that is written again on each save.
const AGAIN: &str = "2";

/// What a page is made of.
struct Page<'e> {
    exported: &'e Exported<'e>,
    journey: &'e Journey,
    words: InWords<'e>,
    lang: Lang,
    /// The language of the journey's own texts; empty where the words around are in the same.
    own: &'e str,
    today: String,
}

/// A part of the page.
type Draw = fn(&Page<'_>, &mut Markup);

/// The journey as a page.
pub(super) fn html(exported: &Exported<'_>) -> Export {
    let page = Page::of(exported);
    let mut out = Markup::behind("<!DOCTYPE html>\n");
    out.within("html", &[("lang", tag(page.lang))], |out| {
        out.within("head", &[], |out| page.draw_head(out));
        out.within("body", &[], |out| page.draw_body(out));
    });
    Export {
        bytes: out.finish().into_bytes(),
        left_out: left_out(&page),
    }
}

/// Notes are for those who work on the map.
fn left_out(page: &Page<'_>) -> Vec<String> {
    let notes = page.journey.notes.len();
    let text = (notes > 0).then(|| w::export_without_notes(page.lang, notes));
    text.into_iter().collect()
}

/// The tag of a language.
pub(super) fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::De => "de-CH",
    }
}

/// A language as a browser takes it, where it is not that of the words around.
pub(super) fn own(language: Option<&str>, lang: Lang) -> &str {
    let is_tag = |it: &&str| {
        let mut parts = it.split('-');
        let first = parts.next().unwrap_or_default();
        (2..=3).contains(&first.len())
            && first.bytes().all(|it| it.is_ascii_alphabetic())
            && parts.all(|it| {
                (1..=8).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_alphanumeric())
            })
    };
    let language = language.filter(is_tag).unwrap_or_default();
    match language.get(..2) == tag(lang).get(..2) {
        true => "",
        false => language,
    }
}

impl<'e> Page<'e> {
    fn of(exported: &'e Exported<'e>) -> Page<'e> {
        let journey = &exported.parsed.journey;
        Page {
            exported,
            journey,
            words: exported.in_words(),
            lang: exported.lang,
            own: own(journey.language.as_deref(), exported.lang),
            today: exported.today.to_string(),
        }
    }

    /// An element with a text of the journey.
    fn own(&self, name: &'static str, class: &str, text: &str, out: &mut Markup) {
        out.element(name, &[("class", class), ("lang", self.own)], text);
    }

    /// The name of what is referred to.
    fn name(&self, kind: Kind, id: &str) -> String {
        self.words.name_by_id(Some(kind), id)
    }

    fn draw_head(&self, out: &mut Markup) {
        out.empty("meta", &[("charset", "utf-8")]);
        let policy = POLICY;
        out.empty(
            "meta",
            &[
                ("http-equiv", "Content-Security-Policy"),
                ("content", policy),
            ],
        );
        if self.exported.is_watched {
            out.empty("meta", &[("http-equiv", "refresh"), ("content", AGAIN)]);
        }
        let viewport = "width=device-width, initial-scale=1";
        out.empty("meta", &[("name", "viewport"), ("content", viewport)]);
        out.empty(
            "meta",
            &[("name", "color-scheme"), ("content", "light dark")],
        );
        out.empty("meta", &[("name", "generator"), ("content", "touchline")]);
        out.element("title", &[], &self.title());
        out.ours("\n<style>");
        out.ours(STYLE);
        out.ours("</style>\n");
    }

    /// A page has a title in any case.
    fn title(&self) -> String {
        match self.journey.title.trim() {
            "" => w::kind_journey(self.lang).to_owned(),
            title => title.to_owned(),
        }
    }

    fn draw_body(&self, out: &mut Markup) {
        out.element(
            "a",
            &[("class", "skip"), ("href", "#main")],
            w::html_skip(self.lang),
        );
        out.within("header", &[("class", "top")], |out| self.draw_top(out));
        let sections = self.sections();
        let label = w::html_contents(self.lang);
        out.within("nav", &[("aria-label", label)], |out| {
            out.within("ul", &[], |out| {
                for (id, heading, _) in &sections {
                    let link = format!("#{id}");
                    out.within("li", &[], |out| {
                        out.element("a", &[("href", &link)], heading)
                    });
                }
            });
        });
        out.within("main", &[("id", "main"), ("tabindex", "-1")], |out| {
            for (id, heading, part) in &sections {
                let label = format!("{id}-heading");
                let named = [("id", *id), ("aria-labelledby", &*label)];
                out.within("section", &named, |out| {
                    out.element("h2", &[("id", &label)], heading);
                    out.append(part);
                });
            }
        });
        let made = w::html_made(self.lang, &w::date(self.lang, &self.today));
        out.within("footer", &[], |out| out.element("p", &[], &made));
    }

    fn draw_top(&self, out: &mut Markup) {
        let (lang, journey) = (self.lang, self.journey);
        let word = |field: &str, variant: Option<String>| {
            Kind::Journey.choice_word(field, &variant?, lang)
        };
        let state = word("state", journey.state.map(|it| format!("{it:?}")));
        let audience = word("audience", journey.audience.map(|it| format!("{it:?}")));
        let kicker = [Some(w::kind_of_journey(lang, journey)), state, audience];
        let kicker: Vec<&str> = kicker.into_iter().flatten().collect();
        out.element("p", &[("class", "kicker")], &kicker.join(" · "));
        self.own("h1", "", &self.title(), out);
        let owner = journey.owner.as_deref();
        let owner = owner.map(|it| self.name(Kind::Department, it));
        let reviewed = journey.reviewed.as_deref().map(|it| w::date(lang, it));
        let facts = [
            (w::field_owner(lang), owner),
            (w::field_reviewed(lang), reviewed),
        ];
        out.within("p", &[("class", "facts")], |out| {
            for (word, fact) in facts {
                if let Some(fact) = fact {
                    out.element("span", &[], &format!("{word}: {fact}"));
                    out.text(" ");
                }
            }
        });
    }

    /// The parts that have something to say: id, heading and what stands in them.
    fn sections(&self) -> Vec<(&'static str, &'static str, Markup)> {
        let lang = self.lang;
        let all: [(&'static str, &'static str, Draw); 12] = [
            ("glance", w::html_glance(lang), lists::glance),
            ("compare", w::scope_compare(lang), compare::compare),
            ("curve", w::html_curve(lang), map::curve),
            ("personas", w::kinds_personas(lang), personas),
            ("map", w::scope_map(lang), map::map),
            ("moments", w::scope_moments(lang), moments::moments),
            ("kpis", w::scope_kpis(lang), kpis::kpis),
            (
                "priorities",
                w::priorities_title(lang),
                priorities::priorities,
            ),
            (
                "improvements",
                w::kinds_improvements(lang),
                lists::improvements,
            ),
            ("handovers", w::kinds_handovers(lang), lists::handovers),
            ("values", w::kinds_values(lang), lists::values),
            ("differences", w::html_differences(lang), compare::told),
        ];
        let drawn = all.into_iter().map(|(id, heading, draw)| {
            let mut part = Markup::default();
            draw(self, &mut part);
            (id, heading, part)
        });
        drawn.filter(|(.., part)| !part.is_empty()).collect()
    }
}

/// A part of the page that is wider than a narrow screen: it scrolls, also by keyboard.
fn scrolling(
    page: &Page<'_>,
    (class, part): (&str, &str),
    out: &mut Markup,
    inner: impl FnOnce(&mut Markup),
) {
    let label = w::html_scrolls(page.lang, part);
    let attributes = [
        ("class", class),
        ("role", "region"),
        ("aria-label", &label),
        ("tabindex", "0"),
    ];
    out.within("div", &attributes, inner);
}

/// A row of heads over columns.
fn heads(words: &[&str], out: &mut Markup) {
    out.within("thead", &[], |out| {
        out.within("tr", &[], |out| {
            for word in words {
                out.element("th", &[("scope", "col")], word);
            }
        });
    });
}

/// A list of texts of the journey.
fn texts<'t>(page: &Page<'_>, texts: impl Iterator<Item = &'t str>, out: &mut Markup) {
    out.within("ul", &[], |out| {
        for text in texts {
            page.own("li", "", text, out);
        }
    });
}

fn personas(page: &Page<'_>, out: &mut Markup) {
    if page.journey.personas.is_empty() {
        return;
    }
    out.within("div", &[("class", "cards")], |out| {
        for it in &page.journey.personas {
            out.within("article", &[("class", "card")], |out| {
                persona(page, it, out)
            });
        }
    });
}

fn persona(page: &Page<'_>, it: &Persona, out: &mut Markup) {
    let name = if it.name.is_empty() { &it.id } else { &it.name };
    page.own("h3", "", name, out);
    let kind = it.kind.map(|it| format!("{it:?}"));
    let kind = kind.and_then(|it| Kind::Persona.choice_word("kind", &it, page.lang));
    if let Some(kind) = kind {
        out.element("p", &[("class", "quiet")], kind);
    }
    if let Some(goal) = &it.goal {
        page.own("p", "", goal, out);
    }
    if let Some(quote) = &it.quote {
        page.own("blockquote", "", quote, out);
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;

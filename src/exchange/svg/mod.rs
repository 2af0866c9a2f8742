//! One part of a journey as a picture for a slide: 16 by 9 where it has room there, else higher; or
//! on pages. Shapes and texts, nothing from elsewhere. Knows no font, so no text relies on one.

mod map;
mod moments;
mod priorities;

use super::chart::curve::{Column, Overview, columns, curve_of};
use super::chart::fit::Font;
use super::chart::{Frame, label, rect};
use super::export::{Export, Exported, Part, Stages};
use super::markup::{Markup, px};
use crate::i18n::{self as w, InWords, Lang};
use crate::journey::fields::Kind;
use crate::journey::model::{Evidence, Journey, Stage, Touchpoint};
use crate::journey::priorities::{Crossing, priorities as ranking};
use std::borrow::Cow;

/// The look of a picture.
const STYLE: &str = include_str!("style.css");

/// Of a picture.
const WIDTH: f64 = 1600.0;

/// What is within the margins, below the title.
const BODY: Span = Span {
    x: 60.0,
    y: 128.0,
    width: 1480.0,
};

/// What stays free below the body.
const MARGIN: f64 = 56.0;

/// Where the body begins, and how wide it is.
struct Span {
    x: f64,
    y: f64,
    width: f64,
}

/// What a picture is made of.
struct Picture<'e> {
    journey: &'e Journey,
    words: InWords<'e>,
    lang: Lang,
    today: String,
    /// No picture is less high, and no page higher.
    height: f64,
    /// The name of the stage that is shown alone.
    stage: Option<String>,
}

/// What is not broken between pages, drawn where it stands in a picture without any.
#[derive(Default)]
struct Block {
    markup: Markup,
    #[cfg_attr(
        not(feature = "print"),
        expect(dead_code, reason = "pages are for print")
    )]
    top: f64,
    end: f64,
}

impl Block {
    fn draw(top: f64, draw: impl FnOnce(&mut Markup) -> f64) -> Block {
        let mut markup = Markup::default();
        let end = draw(&mut markup);
        Block { markup, top, end }
    }
}

/// What a document says of itself: its height, and which page it is of how many.
struct Page {
    height: f64,
    number: Option<(usize, usize)>,
}

/// This part of a journey as a picture.
pub(super) fn svg(exported: &Exported<'_>, part: Part) -> Export {
    let journey = shown(exported).remove(0);
    Export {
        bytes: Picture::of(exported, &journey)
            .document(part)
            .finish()
            .into_bytes(),
        left_out: vec![keeps(part, exported.lang).to_owned()],
    }
}

/// This part of a journey on pages of its paper, as a picture each.
#[cfg(feature = "print")]
pub(super) fn pages(exported: &Exported<'_>, part: Part) -> Vec<String> {
    let journeys = shown(exported);
    let pictures = journeys.iter().map(|it| Picture::of(exported, it));
    let drawn: Vec<_> = pictures.map(|it| (it.on_pages(part), it)).collect();
    let count = drawn.iter().map(|(pages, _)| pages.len()).sum();
    let all = drawn
        .iter()
        .flat_map(|(pages, it)| pages.iter().map(move |page| (page, it)));
    let page = |(at, (body, picture)): (usize, (&Markup, &Picture<'_>))| {
        let number = (count > 1).then_some((at + 1, count));
        let height = picture.height;
        let page = Page { height, number };
        picture.around(part, &page, body).finish()
    };
    all.enumerate().map(page).collect()
}

/// The whole journey, or some of its stages, each for itself.
fn shown<'e>(exported: &Exported<'e>) -> Vec<Cow<'e, Journey>> {
    let journey = &exported.parsed.journey;
    let one = |stage: &Stage| {
        let mut one = journey.clone();
        one.stages = vec![stage.clone()];
        Cow::Owned(one)
    };
    let stages = journey.stages.iter();
    let shown: Vec<_> = match exported.sheet.stages {
        Stages::All => Vec::new(),
        Stages::Each => stages.map(one).collect(),
        Stages::One(id) => stages.filter(|it| it.id == id).map(one).collect(),
    };
    match shown.is_empty() {
        true => vec![Cow::Borrowed(journey)],
        false => shown,
    }
}

/// What a picture of it holds, and what not.
pub(super) fn keeps(part: Part, lang: Lang) -> &'static str {
    match part {
        Part::Map => w::svg_keeps_map(lang),
        Part::Curve => w::svg_keeps_curve(lang),
        Part::Priorities => w::svg_keeps_priorities(lang),
        Part::Moments => w::svg_keeps_moments(lang),
    }
}

impl<'e> Picture<'e> {
    fn of(exported: &Exported<'e>, journey: &'e Journey) -> Picture<'e> {
        Picture {
            journey,
            words: exported.in_words(),
            lang: exported.lang,
            today: exported.today.to_string(),
            height: (WIDTH * exported.sheet.paper.height()).round(),
            stage: match exported.sheet.stages {
                Stages::All => None,
                _ => journey.stages.first().map(|it| it.name.clone()),
            },
        }
    }

    /// What is within the margins of a page.
    fn body(&self) -> Frame {
        let Span { x, y, width } = BODY;
        let height = self.height - y - MARGIN;
        Frame {
            x,
            y,
            width,
            height,
        }
    }

    fn document(&self, part: Part) -> Markup {
        let blocks = self.draw(part);
        let end = blocks.last().map_or(BODY.y, |it| it.end);
        let mut body = Markup::default();
        blocks.iter().for_each(|it| body.append(&it.markup));
        let page = Page {
            height: self.height.max(end + MARGIN).ceil(),
            number: None,
        };
        self.around(part, &page, &body)
    }

    /// The blocks on as many pages as they need, at least one.
    #[cfg(feature = "print")]
    fn on_pages(&self, part: Part) -> Vec<Markup> {
        let room = self.body().height;
        let blocks = self.draw(part);
        let mut pages = Vec::new();
        let mut rest = blocks.as_slice();
        loop {
            let top = rest.first().map_or(BODY.y, |it| it.top);
            let fit = rest.iter().take_while(|it| it.end - top <= room).count();
            let (page, behind) = rest.split_at(fit.max(1).min(rest.len()));
            pages.push(page_of(page, room));
            rest = behind;
            if rest.is_empty() {
                return pages;
            }
        }
    }

    /// A document with this in its body.
    fn around(&self, part: Part, page: &Page, body: &Markup) -> Markup {
        let [across, down] = [WIDTH, page.height].map(px);
        let view = format!("0 0 {across} {down}");
        let root = [
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", &*across),
            ("height", &down),
            ("viewBox", &view),
            ("role", "img"),
            ("aria-labelledby", "title text"),
        ];
        let mut out = Markup::behind("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.within("svg", &root, |out| {
            self.head(part, page.height, out);
            out.append(body);
            self.foot(part, page, out);
        });
        out
    }

    /// What stands below the title, in the order of reading.
    fn draw(&self, part: Part) -> Vec<Block> {
        match part {
            Part::Map => map::draw(self),
            Part::Curve => self.curve(),
            Part::Priorities => vec![priorities::draw(self)],
            Part::Moments => moments::draw(self),
        }
    }

    fn head(&self, part: Part, height: f64, out: &mut Markup) {
        let heading = self.heading(part);
        let title = match self.journey.title.trim() {
            "" => w::kind_journey(self.lang),
            title => title,
        };
        let both = format!("{heading}: {title}");
        out.element("title", &[("id", "title")], &both);
        out.ours("\n");
        out.element("desc", &[("id", "text")], &self.in_words(part));
        out.ours("<style>");
        out.ours(STYLE);
        out.ours("</style>\n");
        let page = Frame {
            x: 0.0,
            y: 0.0,
            width: WIDTH,
            height,
        };
        rect("page", page, out);
        let state = self.journey.state.map(|it| format!("{it:?}"));
        let state = state.and_then(|it| Kind::Journey.choice_word("state", &it, self.lang));
        let whose = w::other_audience(self.lang, self.journey);
        let stage = self.stage.as_deref();
        let kicker = [Some(heading), whose, state, stage].into_iter().flatten();
        let kicker = kicker.collect::<Vec<_>>().join(" · ");
        label("kicker", (BODY.x, 50.0), &kicker, out);
        let title = Font::title("title", title, BODY.width);
        title.draw((BODY.x, 60.0 + title.size()), out);
    }

    fn heading(&self, part: Part) -> &'static str {
        match part {
            Part::Map => w::scope_map(self.lang),
            Part::Curve => w::html_curve(self.lang),
            Part::Priorities => w::priorities_title(self.lang),
            Part::Moments => w::scope_moments(self.lang),
        }
    }

    /// The day, and what the signs of a curve mean.
    fn foot(&self, part: Part, page: &Page, out: &mut Markup) {
        let y = page.height - 26.0;
        let day = w::date(self.lang, &self.today);
        let number = page.number.map(|(at, of)| format!(" · {at}/{of}"));
        let made = w::html_made(self.lang, &day) + &number.unwrap_or_default();
        label("foot", (BODY.x, y), &made, out);
        if matches!(part, Part::Map | Part::Curve) {
            let evidence = |it| w::evidence(self.lang, it);
            let signs = [
                format!("● {}", evidence(Evidence::Measured)),
                format!("◐ {}", evidence(Evidence::Observed)),
                format!("○ {}", evidence(Evidence::Assumed)),
                format!("◆ {}", w::kind_moment_of_truth(self.lang)),
            ];
            let right = (BODY.x + BODY.width, y);
            label("foot end", right, &signs.join(" · "), out);
        }
    }

    /// What there is, for those who do not see it.
    fn in_words(&self, part: Part) -> String {
        let signed = |it: Option<i64>| it.map_or("—".to_owned(), w::signed_whole);
        let said: Vec<String> = match part {
            Part::Map | Part::Curve => {
                let all = self.journey.stages.iter().flat_map(|it| &it.touchpoints);
                all.map(|it| format!("{}: {}", it.name, signed(it.emotion)))
                    .collect()
            }
            Part::Priorities => {
                let ranked = ranking(self.journey, Crossing::Middle).ranked;
                let said = ranked.iter();
                said.map(|it| format!("{}: {}", it.at.name(), priorities::sum(it)))
                    .collect()
            }
            Part::Moments => {
                let all = moments::all(self).into_iter();
                let gap = w::map_gap(self.lang);
                all.map(|it| format!("{}: {gap} {}", it.name(), signed(it.touchpoint.gap())))
                    .collect()
            }
        };
        said.join("; ")
    }

    /// The curve; one of a long journey goes on below.
    fn curve(&self) -> Vec<Block> {
        let columns = columns(self.journey);
        let height = self.body().height;
        let rows = map::rows(&columns, ON_ONE_LINE).into_iter().enumerate();
        let row = |(at, row): (usize, &[Column<'_>])| {
            let top = BODY.y + height * at as f64;
            Block::draw(top, |out| {
                self.overview(row, top, out);
                top + height
            })
        };
        rows.map(row).collect()
    }

    fn overview(&self, columns: &[Column<'_>], top: f64, out: &mut Markup) {
        let place = format!("translate({} {}) scale({LARGER})", BODY.x, px(top));
        let frame = Frame {
            x: 0.0,
            y: 0.0,
            width: BODY.width / LARGER,
            height: self.body().height / LARGER,
        };
        let overview = Overview {
            frame,
            columns,
            scale: self.journey.scale,
        };
        out.within("g", &[("transform", &place)], |out| {
            overview.draw(&[(&curve_of(columns), "here")], out);
        });
    }
}

/// Blocks at the top of a page; one that is higher than the page is drawn smaller.
#[cfg(feature = "print")]
fn page_of(blocks: &[Block], room: f64) -> Markup {
    let top = blocks.first().map_or(BODY.y, |it| it.top);
    let end = blocks.last().map_or(BODY.y, |it| it.end);
    let smaller = (room / (end - top).max(1.0)).min(1.0);
    let (x, y) = (BODY.x * (1.0 - smaller), BODY.y - top * smaller);
    let place = format!("translate({} {}) scale({smaller:.4})", px(x), px(y));
    let mut page = Markup::default();
    page.within("g", &[("transform", &place)], |out| {
        blocks.iter().for_each(|it| out.append(&it.markup));
    });
    page
}

/// A gap by its side, and as it is written; the sign says the same.
fn gap(it: &Touchpoint) -> (&'static str, String) {
    match it.gap() {
        None => ("quiet", "—".to_owned()),
        Some(gap @ ..0) => ("bad", w::signed_whole(gap)),
        Some(0) => ("even", w::signed_whole(0)),
        Some(gap) => ("good", w::signed_whole(gap)),
    }
}

/// More touchpoints stand too close for the names below them.
const ON_ONE_LINE: usize = 40;

/// A slide is read from farther away than a page.
const LARGER: f64 = 1.2;

#[cfg(test)]
mod tests;

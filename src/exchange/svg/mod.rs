//! One part of a journey as a picture for a slide: 16 by 9 where it has room there, else higher;
//! shapes and texts, nothing from elsewhere. Knows no font, so no text relies on one.

mod map;
mod moments;
mod priorities;

use super::chart::curve::{Column, Overview, columns, curve_of};
use super::chart::fit::Font;
use super::chart::{Frame, label, rect};
use super::export::{Export, Exported, Part};
use super::markup::{Markup, px};
use crate::i18n::{self as w, InWords, Lang};
use crate::journey::fields::Kind;
use crate::journey::model::{Evidence, Journey, Touchpoint};
use crate::journey::priorities::{Crossing, priorities as ranking};

/// The look of a picture.
const STYLE: &str = include_str!("style.css");

/// Of a picture.
const WIDTH: f64 = 1600.0;

/// Of a slide; no picture is less high.
const HEIGHT: f64 = 900.0;

/// What is within the margins of a slide, below the title.
const BODY: Frame = Frame {
    x: 60.0,
    y: 128.0,
    width: 1480.0,
    height: 716.0,
};

/// What a picture is made of.
struct Picture<'e> {
    journey: &'e Journey,
    words: InWords<'e>,
    lang: Lang,
    today: String,
}

/// This part of a journey as a picture.
pub(super) fn svg(exported: &Exported<'_>, part: Part) -> Export {
    let picture = Picture {
        journey: &exported.parsed.journey,
        words: exported.in_words(),
        lang: exported.lang,
        today: exported.today.to_string(),
    };
    Export {
        bytes: picture.document(part).finish().into_bytes(),
        left_out: vec![keeps(part, exported.lang).to_owned()],
    }
}

fn keeps(part: Part, lang: Lang) -> &'static str {
    match part {
        Part::Map => w::svg_keeps_map(lang),
        Part::Curve => w::svg_keeps_curve(lang),
        Part::Priorities => w::svg_keeps_priorities(lang),
        Part::Moments => w::svg_keeps_moments(lang),
    }
}

impl Picture<'_> {
    fn document(&self, part: Part) -> Markup {
        let mut body = Markup::default();
        let end = self.draw(part, &mut body);
        let height = HEIGHT.max(end + HEIGHT - BODY.y - BODY.height).ceil();
        let [across, down] = [WIDTH, height].map(px);
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
            self.head(part, height, out);
            out.append(&body);
            self.foot(part, height, out);
        });
        out
    }

    /// Draws what stands below the title; says where it ends.
    fn draw(&self, part: Part, out: &mut Markup) -> f64 {
        match part {
            Part::Map => map::draw(self, out),
            Part::Curve => self.curve(out),
            Part::Priorities => priorities::draw(self, out),
            Part::Moments => moments::draw(self, out),
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
        let kicker = [Some(heading), whose, state].into_iter().flatten();
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
    fn foot(&self, part: Part, height: f64, out: &mut Markup) {
        let y = height - 26.0;
        let day = w::date(self.lang, &self.today);
        label("foot", (BODY.x, y), &w::html_made(self.lang, &day), out);
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
    fn curve(&self, out: &mut Markup) -> f64 {
        let columns = columns(self.journey);
        let mut end = BODY.y;
        for row in map::rows(&columns, ON_ONE_LINE) {
            self.overview(row, end, out);
            end += BODY.height;
        }
        end
    }

    fn overview(&self, columns: &[Column<'_>], top: f64, out: &mut Markup) {
        let place = format!("translate({} {}) scale({LARGER})", BODY.x, px(top));
        let frame = Frame {
            x: 0.0,
            y: 0.0,
            width: BODY.width / LARGER,
            height: BODY.height / LARGER,
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

//! What people call the parts of a map, in English and German. Knows no table.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::i18n::Lang;
use crate::journey::fields::{Field, Kind, Type};

/// What a row or a column of a map says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Lane {
    /// The stage.
    Stage,
    /// What the customer wants there.
    Goal,
    /// A step: a touchpoint, or where those stand too, an action.
    Step,
    /// The gap, which follows from expectation and experience.
    Gap,
    /// A field of touchpoints; `name` is the touchpoint.
    Of(&'static Field),
}

/// Both languages of the words.
const LANGS: [Lang; 2] = [Lang::En, Lang::De];

/// What others call a lane, beside our own word of it.
const CALLED: [(&str, &str); 19] = [
    (
        "stage",
        "stage|stages|journey stage|phase|phases|journey phase|phasen|abschnitt|abschnitte|etappe",
    ),
    (
        "goal",
        "goal|goals|objective|objectives|need|needs|motivation|motivations|job to be done|ziel|\
         ziele|anliegen|bedürfnis|bedürfnisse|motive",
    ),
    (
        "step",
        "step|steps|journey step|journey steps|event|events|schritt|schritte|ereignis|ereignisse|moment|momente",
    ),
    (
        "name",
        "touchpoint|touchpoints|touch point|touch points|contact point|contact points|interaction|\
         interactions|berührungspunkt|berührungspunkte|kontaktpunkt|kontaktpunkte|interaktion|\
         interaktionen",
    ),
    ("gap", "gap|lücke"),
    (
        "actions",
        "action|actions|activity|activities|doing|does|do|task|tasks|behavior|behaviour|behaviors|\
         behaviours|aktion|aktionen|aktivität|aktivitäten|handlung|handlungen|tun|aufgabe|aufgaben|\
         verhalten|tätigkeit|tätigkeiten",
    ),
    (
        "thoughts",
        "thought|thoughts|thinking|thinks|think|mindset|question|questions|gedanke|gedanken|denken|\
         denkt|frage|fragen",
    ),
    (
        "experience",
        "satisfaction|satisfaction score|zufriedenheit",
    ),
    (
        "quotes",
        "quote|quotes|verbatim|verbatims|says|say|saying|zitat|zitate|sagt|sagen",
    ),
    (
        "emotion",
        "emotion|emotions|feeling|feelings|feels|feel|mood|sentiment|emotional state|\
         emotional journey|emotionen|gefühl|gefühle|gefühlslage|stimmung|fühlt|emotionskurve",
    ),
    (
        "pains",
        "pain|pains|pain point|pain points|painpoint|painpoints|problem|problems|issue|issues|\
         friction|frictions|friction point|friction points|frustration|frustrations|challenge|challenges|barrier|\
         barriers|obstacle|obstacles|schmerzpunkt|schmerzpunkte|probleme|hürde|hürden|\
         herausforderung|herausforderungen|hindernis|hindernisse",
    ),
    (
        "opportunities",
        "opportunity|opportunities|improvement|improvements|idea|ideas|solution|solutions|\
         recommendation|recommendations|chance|chancen|idee|ideen|lösung|lösungen|verbesserung|\
         verbesserungen|potenzial|potenziale|massnahme|massnahmen",
    ),
    (
        "channel",
        "channel|channels|medium|media|platform|kanal|kanäle",
    ),
    (
        "owner",
        "owner|owners|ownership|internal ownership|responsible|responsibility|department|\
         departments|team|teams|verantwortlich|verantwortliche|verantwortung|zuständig|\
         zuständigkeit|abteilung|abteilungen",
    ),
    (
        "persona",
        "persona|personas|actor|actors|who|akteur|akteure|beteiligte|wer",
    ),
    ("moment_of_truth", "moments of truth|mot|mots"),
    (
        "frontstage",
        "frontstage|front stage|onstage|employee actions|physical evidence|sichtbar",
    ),
    (
        "backstage",
        "backstage|back stage|behind the scenes|internal actions|hintergrund|\
         hinter den kulissen|hinter der bühne",
    ),
    (
        "support",
        "support|support processes|systems|system|tools|tool|technology|technologies|systeme|\
         unterstützung|unterstützende prozesse|werkzeuge",
    ),
];

/// No lane has a name of so many bytes.
const LONGEST: usize = 120;

/// Words before the name of a lane that say whose it is.
const WHOSE: [&str; 13] = [
    "user",
    "customer",
    "client",
    "guest",
    "key",
    "main",
    "what they",
    "what users",
    "what customers",
    "kunden",
    "nutzer",
    "was sie",
    "was kunden",
];

/// Lanes of which a cell names several, parted by commas.
const SEVERAL: [&str; 14] = [
    "touchpoints",
    "touch points",
    "contact points",
    "interactions",
    "steps",
    "events",
    "berührungspunkte",
    "kontaktpunkte",
    "interaktionen",
    "schritte",
    "ereignisse",
    "momente",
    "personas",
    "actors",
];

/// The lane that a text names.
pub(super) fn lane(text: &str) -> Option<Lane> {
    if text.len() > LONGEST {
        return None;
    }
    let text = normal(text);
    let bare = WHOSE.iter().find_map(|whose| {
        let bare = text.strip_prefix(whose)?;
        Some(bare.strip_prefix("s ").unwrap_or(bare).trim_start())
    });
    let bare = bare.unwrap_or(&text);
    let tried = [&*text, bare].into_iter().chain(bare.split(','));
    let mut lanes = tried.filter_map(|it| NAMES.get(it.trim()));
    lanes.next().copied()
}

/// What each name stands for, as [`normal`] has it. Our own words of a field win.
static NAMES: LazyLock<HashMap<String, Lane>> = LazyLock::new(|| {
    let called = CALLED.iter().filter_map(|(field, names)| {
        let lane = match *field {
            "stage" => Lane::Stage,
            "goal" => Lane::Goal,
            "step" => Lane::Step,
            "gap" => Lane::Gap,
            field => Lane::Of(Kind::Touchpoint.field(field)?),
        };
        Some(names.split('|').map(move |name| (name.to_owned(), lane)))
    });
    let fields = Kind::Touchpoint.spec().fields.iter();
    let own =
        fields.flat_map(|field| LANGS.map(|lang| (normal((field.word)(lang)), Lane::Of(field))));
    called.flatten().chain(own).collect()
});

/// A cell below this head names several.
pub(super) fn names_several(head: &str) -> bool {
    let head = normal(head);
    SEVERAL.iter().any(|it| head.ends_with(it))
}

/// Small letters and single spaces, what joins two words as a comma, nothing in brackets.
fn normal(text: &str) -> String {
    let mut normal = String::new();
    let mut depth = 0_usize;
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '&' | '/' | '+' | ',' => normal.push(','),
            c if c.is_alphanumeric() => normal.push(c),
            _ => normal.push(' '),
        }
    }
    let words: Vec<&str> = normal.split_whitespace().collect();
    words.join(" ").replace(" and ", ",").replace(" und ", ",")
}

/// The variant of a choice that a text names.
pub(super) fn variant(field: &Field, text: &str) -> Option<&'static str> {
    let Type::Choice(variants) = field.of else {
        return None;
    };
    let text = normal(text);
    let is_meant = |name: &str| normal(name) == text;
    let mut variants = variants.iter();
    let found = variants
        .find(|it| is_meant(it.name) || LANGS.iter().any(|lang| is_meant((it.word)(*lang))))?;
    Some(found.name)
}

/// How somebody feels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feeling {
    /// A number on a scale of theirs.
    Number(i64),
    /// On ours, −2 to 2.
    Ours(i64),
}

/// Faces and words with their place on our scale.
const FEELINGS: [(i64, &str); 10] = [
    (2, "😀😁😃😄😆😊😍🤩🥰😎🎉"),
    (1, "🙂☺😌😇😏👍"),
    (0, "😐😑🤔😶🤨"),
    (-1, "🙁☹😕😟😞😔😒😰😬👎"),
    (-2, "😠😡🤬😢😭😤😩😫😖😱"),
    (2, "very positive|sehr positiv"),
    (1, "positive|positiv"),
    (0, "neutral"),
    (-1, "negative|negativ"),
    (-2, "very negative|sehr negativ"),
];

/// What a cell says of a feeling, and what else it says.
pub(super) fn feeling(text: &str) -> (Option<Feeling>, String) {
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    if let Some(number) = number(first) {
        let rest = rest.trim_start_matches(['-', '–', '—', ':', ' ']);
        return (Some(Feeling::Number(number)), rest.to_owned());
    }
    let faces = FEELINGS
        .iter()
        .filter(|(_, names)| !names.contains(char::is_alphabetic));
    let face = |c: char| faces.clone().find(|(_, all)| all.contains(c));
    if let Some((value, _)) = text.chars().find_map(face) {
        let is_said = |c: &char| face(*c).is_none() && *c != '\u{fe0f}';
        let rest: String = text.chars().filter(is_said).collect();
        return (Some(Feeling::Ours(*value)), rest.trim().to_owned());
    }
    let word = normal(text);
    let named = |(_, names): &&(i64, &str)| names.split('|').any(|it| it == word);
    match FEELINGS.iter().find(named) {
        Some((value, _)) => (Some(Feeling::Ours(*value)), String::new()),
        None => (None, text.to_owned()),
    }
}

/// A whole number as people write it: `+1`, `−2`, `4/5`.
pub(super) fn number(text: &str) -> Option<i64> {
    let text = text.trim().strip_suffix("/5").unwrap_or(text.trim());
    let text = text.replace('−', "-");
    text.parse().ok()
}

//! Numbers and dates as people type and read them.

use super::Lang;

/// A whole number with a real minus sign.
pub fn whole(number: i64) -> String {
    number.to_string().replace('-', "−")
}

/// A number with as many decimals as it has.
pub fn plain_number(_lang: Lang, number: f64) -> String {
    number.to_string().replace('-', "−")
}

/// A date as people of this language write it.
pub fn date(lang: Lang, iso: &str) -> String {
    let parts: Vec<&str> = iso.split('-').collect();
    match (lang, parts.as_slice()) {
        (Lang::De, [year, month, day]) => format!("{day}.{month}.{year}"),
        _ => iso.to_owned(),
    }
}

/// A date typed as day, month and year, in the form of the file: `30.9.2026` → `2026-09-30`.
pub fn iso_date(text: &str) -> Option<String> {
    let mut parts = text.trim().split('.').map(str::trim);
    let mut number = || parts.next()?.parse::<u16>().ok();
    let (day, month, year) = (number()?, number()?, number()?);
    (year >= 1000).then(|| format!("{year}-{month:02}-{day:02}"))
}

/// stub
pub fn advice_title(_lang: Lang, code: crate::journey::finding::Code) -> String {
    code.as_str().to_owned()
}

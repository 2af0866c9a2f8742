//! What a person says of a survey by hand, before anything is recognised: which column is when,
//! who, and what; and which KPI a column of scores is for.

use crate::journey::metric::{CesFormula, Metric};
use crate::journey::sources::{DateFormat, Decimal, Encoding, Holds, Period};

/// All that was said; what was not is recognised.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wishes {
    /// The id of the source.
    pub source: Option<String>,
    /// What a row is.
    pub holds: Option<Holds>,
    /// The column of the date.
    pub date: Option<String>,
    /// How dates are written.
    pub dates: Option<DateFormat>,
    /// There is no column of the date: all answers are of one day.
    pub has_day: bool,
    /// How long a reading is.
    pub period: Option<Period>,
    /// The column of the segment.
    pub segment: Option<String>,
    /// The column of the response id.
    pub response: Option<String>,
    /// The column that names the touchpoint.
    pub touchpoint: Option<String>,
    /// The column of the score.
    pub score: Option<String>,
    /// The column of the overall score.
    pub overall: Option<String>,
    /// What means "not answered" in the columns that are mapped now.
    pub missing: Option<String>,
    /// What stands between two fields.
    pub delimiter: Option<String>,
    /// How letters are written.
    pub encoding: Option<Encoding>,
    /// What stands before decimals.
    pub decimal: Option<Decimal>,
    /// Which column is for which KPI.
    pub map: Vec<Wish>,
}

/// One column, or one touchpoint named in the file, and what it measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// Its name in the file.
    pub name: String,
    /// A KPI; or a touchpoint or stage, or `.` for the journey, at which the KPI is or shall be.
    pub to: String,
    /// The metric, where it is not that of the KPI or to be guessed.
    pub metric: Option<Metric>,
}

/// Reads `COLUMN=KPI`, `COLUMN=TOUCHPOINT` or `COLUMN=TOUCHPOINT:METRIC`.
///
/// # Errors
/// What is wrong with it, for the help of the command line.
pub fn wish(text: &str) -> Result<Wish, &'static str> {
    let (name, to) = text
        .rsplit_once('=')
        .ok_or("write it as COLUMN=KPI or COLUMN=TOUCHPOINT:METRIC")?;
    let (to, metric) = match to.split_once(':') {
        Some((to, name)) => (
            to,
            Some(metric(name).ok_or("metrics are nps, csat(SCALE,TOP), ces(agree|mean|easy)")?),
        ),
        None => (to, None),
    };
    match (name.trim(), to.trim()) {
        ("", _) | (_, "") => Err("a column and a KPI or touchpoint are needed; . is the journey"),
        (name, to) => Ok(Wish {
            name: name.to_owned(),
            to: to.to_owned(),
            metric,
        }),
    }
}

/// `nps`, `csat(5,2)`, `ces`, `ces(agree)`, `ces(mean)`, `ces(easy)`.
pub fn metric(text: &str) -> Option<Metric> {
    let text: String = text.to_lowercase().split_whitespace().collect();
    let ces = |formula| Some(Metric::Ces { formula });
    match text.as_str() {
        "nps" => Some(Metric::Nps),
        "ces" | "ces(agree)" => ces(CesFormula::PercentAgree),
        "ces(mean)" => ces(CesFormula::Mean),
        "ces(easy)" => ces(CesFormula::NetEasy),
        other => {
            let inner = other.strip_prefix("csat(")?.strip_suffix(')')?;
            let (scale, top) = inner.split_once([',', ';'])?;
            let (scale, top) = (scale.parse().ok()?, top.parse().ok()?);
            let is_one = (2..=11).contains(&scale) && (1..scale).contains(&top);
            is_one.then_some(Metric::Csat { scale, top })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wishes_are_read() {
        let of = |name: &str, to: &str, metric| {
            Ok(Wish {
                name: name.into(),
                to: to.into(),
                metric,
            })
        };
        for (text, expected) in [
            ("staff=staff-csat", of("staff", "staff-csat", None)),
            (
                "staff = desk:csat(5, 2)",
                of("staff", "desk", Some(Metric::Csat { scale: 5, top: 2 })),
            ),
            ("a=b=.:NPS", of("a=b", ".", Some(Metric::Nps))),
            (
                "q=desk:ces(easy)",
                of(
                    "q",
                    "desk",
                    Some(Metric::Ces {
                        formula: CesFormula::NetEasy,
                    }),
                ),
            ),
        ] {
            assert_eq!(wish(text), expected, "{text}");
        }
        for text in [
            "staff",
            "=desk",
            "staff=",
            "a=b:csat",
            "a=b:csat(5,5)",
            "a=b:csat(99,2)",
            "a=b:mean",
        ] {
            assert!(wish(text).is_err(), "{text}");
        }
    }
}

//! The metrics a KPI can have, the counts each asks for, and what its value means. The formulas stand in `figure`.

use serde::{Deserialize, Serialize};

/// No number of a reading is larger: up to here a double still tells every whole number from the next.
pub const LARGEST: f64 = 9_007_199_254_740_992.0;

/// How a KPI is measured. The formula is part of it, because published formulas disagree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Metric {
    /// Net Promoter Score: promoters (9–10) less detractors (0–6), −100–100 points.
    Nps,
    /// Customer satisfaction: the share of answers in the top boxes, 0–100 %.
    Csat {
        /// The number of boxes of the question.
        scale: u8,
        /// How many of them, from the top, count as satisfied.
        top: u8,
    },
    /// Customer effort, asked as agreement with "made it easy" on 1–7: more is better.
    Ces {
        /// Which of the published formulas.
        formula: CesFormula,
    },
    /// The share of customers at the start of a period who are still there at its end, 0–100 %.
    Retention,
    /// The share of customers at the start of a period who left in it, 0–100 %.
    Churn,
    /// The share that bought again, 0–100 %.
    Repurchase {
        /// What is counted: buyers or purchases.
        formula: RepurchaseFormula,
    },
    /// A measure of one's own.
    Custom {
        /// What is measured.
        name: String,
        /// In which unit.
        unit: String,
        /// Which direction is an improvement.
        better: Better,
    },
}

/// How answers of 1–7 become a customer effort score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CesFormula {
    /// The share of answers of 5 and more, 0–100 %.
    PercentAgree,
    /// The mean, 1–7.
    Mean,
    /// Easy (6–7) less hard (1–3), −100–100 points.
    NetEasy,
}

/// What a repurchase rate counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RepurchaseFormula {
    /// Buyers with two or more purchases among all buyers.
    Buyers,
    /// Repeat purchases among all purchases. Those of one buyer are not independent: no interval.
    Purchases,
}

/// Which direction is an improvement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// What the value of a metric is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit<'a> {
    /// Points of a net share, −100–100, shown with their sign.
    Points,
    /// 0–100 %.
    Percent,
    /// A mean of answers of 1–7.
    Mean,
    /// The author's own unit.
    Custom(&'a str),
}

/// A number a reading can hold. Each is a field of the same name, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// Answers of 9–10.
    Promoters,
    /// Answers of 7–8.
    Passives,
    /// Answers of 0–6.
    Detractors,
    /// Answers in the top boxes.
    Satisfied,
    /// All answers.
    Responses,
    /// Answers of 5 and more of 7.
    Agree,
    /// The mean of the answers.
    Mean,
    /// Their standard deviation (of the sample: divided by n − 1).
    Sd,
    /// How many a mean or a published value rests on.
    N,
    /// Answers of 6–7.
    Easy,
    /// Answers of 4–5.
    Neutral,
    /// Answers of 1–3.
    Hard,
    /// Customers at the start of the period.
    Start,
    /// Customers at its end.
    End,
    /// Those of them who came in the period.
    New,
    /// Customers who left in the period.
    Lost,
    /// Those, or the purchases, that came again.
    Repeat,
    /// All buyers, or all purchases.
    Total,
    /// The value itself: of a `Custom` metric, or as somebody published it.
    Value,
}

/// What a published figure states.
pub const PUBLISHED: &[Count] = &[Count::Value, Count::N];

impl Metric {
    /// The counts a reading of this metric has, in the order they are asked for.
    pub fn counts(&self) -> &'static [Count] {
        use Count::*;
        match self {
            Self::Nps => &[Promoters, Passives, Detractors],
            Self::Csat { .. } => &[Satisfied, Responses],
            Self::Ces {
                formula: CesFormula::PercentAgree,
            } => &[Agree, Responses],
            Self::Ces {
                formula: CesFormula::Mean,
            } => &[Mean, Sd, N],
            Self::Ces {
                formula: CesFormula::NetEasy,
            } => &[Easy, Neutral, Hard],
            Self::Retention => &[Start, End, New],
            Self::Churn => &[Start, Lost],
            Self::Repurchase { .. } => &[Repeat, Total],
            Self::Custom { .. } => &[Value, N, Sd],
        }
    }

    /// Whether a reading must have this count; all are, but `n` and `sd` of a `Custom` metric.
    pub fn requires(&self, count: Count) -> bool {
        let optional = matches!(self, Self::Custom { .. }) && count != Count::Value;
        !optional && self.counts().contains(&count)
    }

    /// Which direction is an improvement.
    pub fn better(&self) -> Better {
        match self {
            Self::Churn => Better::Lower,
            Self::Custom { better, .. } => *better,
            _ => Better::Higher,
        }
    }

    /// What the value is counted in.
    pub fn unit(&self) -> Unit<'_> {
        match self {
            Self::Nps
            | Self::Ces {
                formula: CesFormula::NetEasy,
            } => Unit::Points,
            Self::Ces {
                formula: CesFormula::Mean,
            } => Unit::Mean,
            Self::Custom { unit, .. } => Unit::Custom(unit),
            _ => Unit::Percent,
        }
    }

    /// The lowest and the highest possible value; infinite both ways for a `Custom` metric.
    pub fn bounds(&self) -> (f64, f64) {
        match self.unit() {
            Unit::Points => (-100.0, 100.0),
            Unit::Percent => (0.0, 100.0),
            Unit::Mean => (1.0, 7.0),
            Unit::Custom(_) => (f64::NEG_INFINITY, f64::INFINITY),
        }
    }

    /// Whether everybody can have been counted, so that `census` makes sense.
    pub fn allows_census(&self) -> bool {
        matches!(
            self,
            Self::Retention | Self::Churn | Self::Repurchase { .. }
        )
    }

    /// The range in which a number of a reading makes sense.
    pub fn range(&self, count: Count) -> (f64, f64) {
        let (low, high) = self.bounds();
        match count {
            Count::Value | Count::Mean => (low.max(-LARGEST), high.min(LARGEST)),
            Count::Sd => (0.0, (high - low).min(LARGEST)),
            _ => (0.0, LARGEST),
        }
    }
}

impl Count {
    /// Every count, in the order of the fields.
    pub const ALL: [Self; 19] = [
        Self::Promoters,
        Self::Passives,
        Self::Detractors,
        Self::Satisfied,
        Self::Responses,
        Self::Agree,
        Self::Mean,
        Self::Sd,
        Self::N,
        Self::Easy,
        Self::Neutral,
        Self::Hard,
        Self::Start,
        Self::End,
        Self::New,
        Self::Lost,
        Self::Repeat,
        Self::Total,
        Self::Value,
    ];

    /// The name of its field in a reading.
    pub fn name(self) -> &'static str {
        match self {
            Self::Promoters => "promoters",
            Self::Passives => "passives",
            Self::Detractors => "detractors",
            Self::Satisfied => "satisfied",
            Self::Responses => "responses",
            Self::Agree => "agree",
            Self::Mean => "mean",
            Self::Sd => "sd",
            Self::N => "n",
            Self::Easy => "easy",
            Self::Neutral => "neutral",
            Self::Hard => "hard",
            Self::Start => "start",
            Self::End => "end",
            Self::New => "new",
            Self::Lost => "lost",
            Self::Repeat => "repeat",
            Self::Total => "total",
            Self::Value => "value",
        }
    }

    /// Whether it counts people, answers or purchases, and so is a whole number.
    pub fn is_whole(self) -> bool {
        !matches!(self, Self::Mean | Self::Sd | Self::Value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn custom(better: Better) -> Metric {
        Metric::Custom {
            name: "Waiting time".into(),
            unit: "min".into(),
            better,
        }
    }

    #[test]
    fn metrics_read_as_the_format_writes_them() {
        let pairs = [
            ("Nps", Metric::Nps),
            ("Csat(scale: 5, top: 2)", Metric::Csat { scale: 5, top: 2 }),
            (
                "Ces(formula: NetEasy)",
                Metric::Ces {
                    formula: CesFormula::NetEasy,
                },
            ),
            (
                "Repurchase(formula: Buyers)",
                Metric::Repurchase {
                    formula: RepurchaseFormula::Buyers,
                },
            ),
            (
                "Custom(name: \"Waiting time\", unit: \"min\", better: Lower)",
                custom(Better::Lower),
            ),
        ];
        for (text, metric) in pairs {
            assert_eq!(ron::from_str::<Metric>(text), Ok(metric), "{text}");
        }
    }

    #[test]
    fn counts_stand_in_the_order_of_the_enum_and_have_names_of_their_own() {
        for (place, count) in Count::ALL.into_iter().enumerate() {
            assert_eq!(count as usize, place);
            assert_eq!(
                Count::ALL
                    .iter()
                    .filter(|other| other.name() == count.name())
                    .count(),
                1
            );
        }
    }

    #[test]
    fn only_n_and_spread_of_an_own_metric_are_optional() {
        let own = custom(Better::Higher);
        assert_eq!(
            own.counts()
                .iter()
                .filter(|count| own.requires(**count))
                .collect::<Vec<_>>(),
            [&Count::Value]
        );
        let mean = Metric::Ces {
            formula: CesFormula::Mean,
        };
        assert!(mean.counts().iter().all(|count| mean.requires(*count)));
        assert!(!Metric::Nps.requires(Count::Value));
    }

    #[test]
    fn directions_units_and_bounds() {
        assert_eq!(Metric::Churn.better(), Better::Lower);
        assert_eq!(
            Metric::Ces {
                formula: CesFormula::Mean
            }
            .better(),
            Better::Higher
        );
        assert_eq!(custom(Better::Lower).better(), Better::Lower);
        assert_eq!(custom(Better::Lower).unit(), Unit::Custom("min"));
        assert_eq!(Metric::Nps.bounds(), (-100.0, 100.0));
        assert_eq!(
            Metric::Ces {
                formula: CesFormula::NetEasy
            }
            .bounds(),
            (-100.0, 100.0)
        );
        assert_eq!(
            Metric::Ces {
                formula: CesFormula::Mean
            }
            .bounds(),
            (1.0, 7.0)
        );
        assert_eq!(Metric::Retention.bounds(), (0.0, 100.0));
    }
}

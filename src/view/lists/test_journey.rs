//! A journey with something of everything that lists show.

/// Read on 22 November 2026.
pub(super) const CAFE: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Breakfast in the museum café",
    language: "en",
    reviewed: "2026-11-01",
    values: [
        Value(id: "calm", name: "Calm"),
        Value(id: "word", name: "We keep our word"),
    ],
    departments: [
        Department(id: "service", name: "Service and reservations"),
        Department(
            id: "kitchen",
            name: "Kitchen",
            kpis: [
                Kpi(
                    id: "waiting",
                    metric: Custom(name: "Minutes until the first coffee", unit: "min", better: Lower),
                    owner: "kitchen",
                    target: (at_most: 5, by: "2026-09-30"),
                    readings: [
                        (on: "2025-12-31", value: 7.5, n: 40),
                        (on: "2026-01-31", value: 9, n: 41),
                        (on: "2026-02-28", value: 8, sd: 2, n: 38),
                    ],
                ), // ^waiting
            ],
        ), // ^kitchen
    ],
    kpis: [
        Kpi(
            id: "nps",
            metric: Nps,
            owner: "Ana Müller, Leitung Gästeerlebnis und Qualitätsentwicklung",
            target: (at_least: 40, by: "2027-06-30"),
            readings: [
                (on: "2026-06-30", promoters: 131, passives: 70, detractors: 48),
                (on: "2026-10-31", promoters: 118, passives: 64, detractors: 61),
            ],
        ), // ^nps
        Kpi(id: "again", metric: Repurchase(formula: Buyers)),
    ],
    stages: [
        Stage(
            id: "find",
            name: "Find",
            touchpoints: [
                Touchpoint(
                    id: "search",
                    name: "Searches for breakfast near the station",
                    role: FirstContact,
                    importance: 3,
                    emotion: 0,
                    promise: "A quiet table, and coffee within five minutes",
                ), // ^search
                Touchpoint(
                    id: "book",
                    name: "Books a table",
                    owner: "service",
                    importance: 4,
                    expectation: 4,
                    experience: 2,
                    emotion: -1,
                    importence: 4,
                ), // ^book
            ],
        ), // ^find
        Stage(
            id: "eat",
            name: "Eat",
            touchpoints: [
                Touchpoint(
                    id: "coffee",
                    name: "The first coffee",
                    owner: "kitchen",
                    importance: 5,
                    expectation: 5,
                    experience: 2,
                    emotion: -2,
                    evidence: Measured,
                    keeps: ["search"],
                    moment_of_truth: (reason: "Whoever waits here believes nothing else we say about a quiet morning without hurry"),
                    values: ["calm", "word"],
                    kpis: [
                        Kpi(
                            id: "coffee-csat",
                            metric: Csat(scale: 5, top: 2),
                            owner: "service",
                            target: (at_least: 80, by: "2026-10-31"),
                            readings: [
                                (on: "2026-03-31", satisfied: 88, responses: 160),
                                (on: "2026-09-30", satisfied: 90, responses: 166),
                            ],
                        ), // ^coffee-csat
                        Kpi(
                            id: "coffee-ces",
                            metric: Ces(formula: Mean),
                            readings: [
                                (on: "2026-09-30", mean: 9, sd: 1, n: 20),
                            ],
                        ), // ^coffee-ces
                    ],
                ), // ^coffee
                Touchpoint(
                    id: "table",
                    name: "The table by the window",
                    owner: "servise",
                    importance: 3,
                    expectation: 3,
                    experience: 5,
                    emotion: 2,
                    moment_of_truth: (reason: "Nobody expects the view"),
                ), // ^table
                Touchpoint(
                    id: "bill",
                    name: "The bill",
                    importance: 4,
                    emotion: 1,
                    moment_of_truth: (reason: "The last impression"),
                ), // ^bill
                Touchpoint(id: "leave", name: "Leaves through the museum", emotion: 2),
            ],
        ), // ^eat
    ],
    handovers: [
        Handover(
            id: "orders",
            from: "service",
            to: "kitchen",
            at: "coffee",
            agreement: "On paper, at once",
            kpis: [
                Kpi(id: "lost", metric: Churn, readings: [(on: "2026-10-31", start: 200, lost: 11, census: true)]),
            ],
        ), // ^orders
    ],
    improvements: [
        Improvement(
            id: "machine",
            title: "A second coffee machine",
            at: ["coffee"],
            owner: "kitchen",
            status: Do,
            started: "2026-07-01",
            due: "2026-10-31",
            expects: (kpi: "coffee-csat", change: 15),
        ), // ^machine
        Improvement(id: "paper", title: "Orders on a screen", at: ["book"], status: Check),
    ],
    notes: [
        Note(id: "n1", at: "bill", by: "Ana", on: "2026-03-12", kind: Question, done: true, text: "Can one pay by phone?"),
        Note(id: "n2", at: "coffee", on: "2026-10-01", kind: Question, text: "Is it the machine, or the queue at the pass?"),
        Note(
            id: "n3",
            at: "machine",
            by: "Thomas",
            on: "2026-10-01",
            kind: Todo,
            owner: "kitchen",
            due: "2026-11-15",
            text: "Three offers, with service included, and one of them for a used machine that can be tried for a month",
        ), // ^n3
        Note(id: "n4", at: "orders", on: "2026-10-01", kind: Todo, due: "2027-01-15", text: "Write the agreement down"),
        Note(id: "n5", at: "nps", kind: Decision, text: "We ask after the visit, not at the table"),
        Note(id: "n6", at: "find", text: "The museum's site names the old hours"),
    ],
)
"#;

/// The company beside it.
pub(super) const HOUSE: &str = r#"#![enable(implicit_some)]
Company(
    schema: 1,
    name: "Museum and café",
    strategy: (
        vision: "An hour in our house is the quiet one of the day",
        principles: [
            "Nobody waits without knowing for how long",
            "We promise what the kitchen can keep on a Sunday in the rain",
        ],
        milestones: [
            Milestone(id: "menu", on: "2026-03-31", title: "One menu in three languages", done: true),
            Milestone(
                id: "training",
                on: "2026-10-31",
                title: "Everybody who serves is trained for guests in a hurry, and for guests who never are",
                kind: Training,
                departments: ["service", "kitchen"],
            ), // ^training
            Milestone(
                id: "quiet",
                on: "2027-05-31",
                title: "No announcement between nine and eleven",
                departments: ["house"],
                journeys: [
                    "visit",
                ],
            ), // ^quiet
            Milestone(
                id: "five",
                on: "2027-01-31",
                title: "Coffee within five minutes on every day",
                kind: Process,
                departments: ["kitchen", "house"],
                values: ["word", "calm"],
            ), // ^five
            Milestone(id: "roof", title: "A table on the roof"),
        ],
    ),
    values: [Value(id: "word", name: "We keep our word"), Value(id: "calm", name: "Calm")],
    departments: [
        Department(id: "service", name: "Service and reservations"),
        Department(id: "kitchen", name: "Kitchen"),
        Department(id: "house", name: "House and halls"),
    ],
)
"#;

/// A journey of nothing.
pub(super) const EMPTY: &str =
    r#"Journey(schema: 1, title: "New", reviewed: "2026-11-01", stages: [])"#;

/// Improvements in each state, instead of where those of the café begin.
pub(super) const BUSY: &str = r#"    improvements: [
        Improvement(
            id: "signs",
            title: "Signs that lead from the station to the café, past the museum's own entrance",
            at: ["search", "leave"],
            kind: Process,
            owner: "service",
            effort: M,
            status: Plan,
            due: "2026-11-01",
            because: "Three guests a day ask for the way",
        ), // ^signs
        Improvement(id: "phone", title: "Answer the phone by the third ring", departments: ["service", "kitchen"]),
        Improvement(
            id: "beans",
            title: "Beans of one roaster",
            at: ["coffee"],
            kind: Product,
            owner: "kitchen",
            status: Check,
            started: "2026-03-01",
            finished: "2026-04-15",
            expects: (kpi: "coffee-csat", change: 10),
        ), // ^beans
        Improvement(
            id: "barista",
            title: "A day with the barista for all who serve",
            at: ["coffee"],
            kind: Training,
            values: ["calm"],
            departments: ["service"],
            owner: "kitchen",
            status: Act,
            started: "2026-01-05",
            finished: "2026-01-20",
            expects: (kpi: "waiting", change: -2),
        ), // ^barista
        Improvement(
            id: "score",
            title: "Ask every guest",
            kind: Guideline,
            status: Act,
            started: "2026-07-01",
            finished: "2026-08-01",
            expects: (kpi: "nps", change: 5),
        ), // ^score
        Improvement(id: "menu", title: "Larger menu", kind: Product, status: Dropped, finished: "2026-02-01"),
"#;

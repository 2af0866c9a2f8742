use super::*;
use crate::view::theme::PLAIN;

fn matrix(columns: usize, total: usize, cursor: usize) -> Matrix<'static> {
    let head = |at: usize| Head {
        name: format!("Touchpoint {at}"),
        group: at / 3,
    };
    let groups = vec!["Book".into(), "Arrive at night".into(), "Leave".into()];
    let room = Room {
        columns,
        labels: 12,
        notes: 9,
        each: 9,
    };
    Matrix::fit(&PLAIN, groups, (0..total).map(head).collect(), cursor, room)
}

fn row(matrix: &Matrix<'_>, is_here: bool) -> String {
    let label = Label {
        name: "We keep our word",
        note: ("nowhere".into(), Style::new()),
    };
    let cells: Vec<Cell> = (0..9).map(|at| (at.to_string(), Style::new())).collect();
    matrix.row(&label, &cells, is_here).to_string()
}

#[test]
fn all_columns_share_the_room_and_the_cursor_stands_in_brackets() {
    let matrix = matrix(80, 4, 1);
    assert_eq!(
        row(&matrix, true),
        "We keep our…  nowhere │      0            [1]            2      │      3      "
    );
    assert!(!row(&matrix, false).contains('['));
    let heads: Vec<String> = matrix.heads(2).iter().map(Line::to_string).collect();
    assert!(heads[0].contains(" 1 Book"), "{heads:#?}");
    assert!(heads[0].contains(" 2 Arrive at…"), "{heads:#?}");
}

#[test]
fn the_columns_scroll_with_the_cursor_and_say_how_many_are_out_of_view() {
    for (cursor, mark, first, last) in [(0, "4 ▸", 0, 4), (4, "◂ 2 · 2 ▸", 2, 6), (8, "◂ 4", 4, 8)]
    {
        let matrix = matrix(70, 9, cursor);
        let heads = matrix.heads(1);
        let lead = heads[0].spans[0].to_string();
        assert_eq!(lead.trim(), mark);
        let row = row(&matrix, true);
        let digits: Vec<char> = row.chars().filter(char::is_ascii_digit).collect();
        let shown: Vec<char> = (first..=last)
            .filter_map(|at| char::from_digit(at, 10))
            .collect();
        assert_eq!(digits, shown, "{row}");
        assert!(row.contains(&format!("[{cursor}]")), "{row}");
    }
}

#[test]
fn nothing_is_wider_than_its_room_however_narrow() {
    for columns in 0..60 {
        for total in [0, 1, 5] {
            let matrix = matrix(columns, total, total / 2);
            let lines = matrix.heads(3).into_iter().map(|it| it.to_string());
            for line in lines.chain([row(&matrix, true)]) {
                assert!(width(&line) <= columns, "{columns}: {line:?}");
            }
        }
    }
}

#[test]
fn a_click_hits_the_row_or_the_column_in_it() {
    let matrix = matrix(70, 9, 8);
    let mut hits = HitMap::default();
    matrix.hit(Rect::new(0, 5, 73, 1), 3, &mut hits);
    assert_eq!(hits.at(2, 5), Some(Target::Entry(3)));
    assert_eq!(hits.at(30, 5), Some(Target::Crossing(3, 4)));
    let drawn = row(&matrix, true);
    let at = drawn.split('[').next().map_or(0, width) + 2;
    assert_eq!(hits.at(at as u16, 5), Some(Target::Crossing(3, 8)));
}

#[test]
fn lines_that_are_cut_say_so() {
    let lines = || vec![Line::from("one"), Line::from("two"), Line::from("three")];
    let cut = foot(lines(), 2, &PLAIN);
    assert_eq!(cut.last().map(Line::to_string).as_deref(), Some("two …"));
    assert_eq!(foot(lines(), 3, &PLAIN).len(), 3);
}

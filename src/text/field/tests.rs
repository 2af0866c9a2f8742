use super::super::test_texts::hard_text;
use super::super::width::{cluster_width, width};
use super::FieldKey::{Delete, Insert, Move, Redo, Select, SelectAll, Undo};
use super::Motion::*;
use super::*;
use proptest::prelude::*;

const WIDE: FieldSize = FieldSize {
    columns: 80,
    rows: 24,
};

/// A field of many lines with its cursor at the `|`.
fn field(marked: &str) -> TextField {
    let mut field = TextField::multi_line(marked.replacen('|', "", 1));
    field.cursor = marked.find('|').unwrap_or(marked.len());
    field
}

/// The text with `|` at the cursor and the selection in `[]`.
fn marked(field: &TextField) -> String {
    let mut marks = vec![(field.cursor, '|')];
    if let Some(selection) = field.selection() {
        marks.insert(0, (selection.start, '['));
        marks.push((selection.end, ']'));
        marks.sort_by_key(|(at, _)| *at);
    }
    let mut text = field.value.clone();
    for (at, mark) in marks.into_iter().rev() {
        text.insert(at, mark);
    }
    text
}

fn after(start: &str, keys: &[FieldKey<'_>]) -> String {
    let mut field = field(start);
    for key in keys {
        field.press(*key, WIDE);
    }
    marked(&field)
}

fn size(columns: u16, rows: u16) -> FieldSize {
    FieldSize { columns, rows }
}

#[test]
fn moving_steps_over_whole_clusters() {
    for (start, motion, end) in [
        ("ab|c", Left, "a|bc"),
        ("|abc", Left, "|abc"),
        ("ab|c", Right, "abc|"),
        ("abc|", Right, "abc|"),
        ("👨‍👩‍👧‍👦|", Left, "|👨‍👩‍👧‍👦"),
        ("|🇨🇭🇩🇪", Right, "🇨🇭|🇩🇪"),
        ("🇨🇭🇩🇪|", Left, "🇨🇭|🇩🇪"),
        ("xe\u{301}|", Left, "x|e\u{301}"),
        ("|日本", Right, "日|本"),
        ("a\r\n|b", Left, "a|\r\nb"),
        ("one two|", WordLeft, "one |two"),
        ("one |two", WordLeft, "|one two"),
        ("o|ne two", WordRight, "one| two"),
        ("one| two", WordRight, "one two|"),
        ("one, |two", WordLeft, "|one, two"),
        ("Grüße| x", WordLeft, "|Grüße x"),
        ("one\ntw|o\nthree", LineStart, "one\n|two\nthree"),
        ("one\n|two\r\nthree", LineEnd, "one\ntwo|\r\nthree"),
        ("one\ntw|o", LineEnd, "one\ntwo|"),
        ("one\ntw|o", TextStart, "|one\ntwo"),
        ("o|ne\ntwo", TextEnd, "one\ntwo|"),
    ] {
        assert_eq!(after(start, &[Move(motion)]), end, "{start:?} {motion:?}");
    }
}

#[test]
fn deleting_takes_whole_clusters() {
    for (start, motion, end) in [
        ("ab|c", Left, "a|c"),
        ("ab|c", Right, "ab|"),
        ("|", Left, "|"),
        ("a👨‍👩‍👧‍👦|", Left, "a|"),
        ("|🇨🇭🇩🇪", Right, "|🇩🇪"),
        ("xe\u{301}|", Left, "x|"),
        ("one two|", WordLeft, "one |"),
        ("|one two", WordRight, "| two"),
        ("one\ntw|o", LineStart, "one\n|o"),
        ("o|ne\ntwo", LineEnd, "o|\ntwo"),
        // Two halves that meet become one cluster; the cursor does not stay inside it.
        ("🇨x|🇭", Left, "🇨🇭|"),
    ] {
        assert_eq!(after(start, &[Delete(motion)]), end, "{start:?} {motion:?}");
    }
}

#[test]
fn selections_grow_shrink_and_are_replaced() {
    for (start, keys, end) in [
        ("ab|cd", &[Select(Right)] as &[FieldKey<'_>], "ab[c|]d"),
        ("ab|cd", &[Select(Right), Select(Left)], "ab|cd"),
        ("ab|cd", &[Select(Left), Select(Left)], "[|ab]cd"),
        ("ab|cd", &[Select(Left), Move(Left)], "a|bcd"),
        (
            "a|bcd",
            &[Select(Right), Select(Right), Move(Left)],
            "a|bcd",
        ),
        (
            "a|bcd",
            &[Select(Right), Select(Right), Move(Right)],
            "abc|d",
        ),
        ("ab|cd", &[SelectAll], "[abcd|]"),
        ("ab|cd", &[SelectAll, Insert("x")], "x|"),
        ("x|", &[SelectAll, Insert("x"), Insert("y")], "xy|"),
        ("ab|cd", &[Select(LineEnd), Delete(Left)], "ab|"),
        ("one| two", &[Select(WordRight), Delete(Right)], "one|"),
    ] {
        assert_eq!(after(start, keys), end, "{keys:?}");
    }
    let mut field = field("ab|cd");
    field.press(Select(TextEnd), WIDE);
    assert_eq!(field.selected_text(), "cd");
}

#[test]
fn pasted_line_breaks_fit_the_field() {
    let mut many = TextField::multi_line("");
    many.press(Insert("a\r\nb\rc\n"), WIDE);
    assert_eq!(many.value(), "a\nb\nc\n");
    let mut one = TextField::single_line("");
    one.press(Insert("a\r\nb\rc\n\n"), WIDE);
    assert_eq!(one.value(), "a b c");
    assert!(!one.press(Insert("\n"), WIDE));
}

#[test]
fn bytes_that_nobody_edits_stay() {
    let text = "CRLF\r\n\u{202E}\u{AD}end";
    for mut field in [TextField::single_line(text), TextField::multi_line(text)] {
        field.press(Insert("x"), WIDE);
        field.press(Delete(Left), WIDE);
        field.view(WIDE);
        assert_eq!(field.value(), text);
    }
}

#[test]
fn undo_takes_back_words_pastes_and_runs_of_deleting() {
    let mut field = TextField::single_line("");
    for letter in ["o", "n", "e", " ", "t", "w", "o"] {
        field.press(Insert(letter), WIDE);
    }
    field.press(Insert("PASTE"), WIDE);
    for (shown, key) in [
        ("one two", Undo),
        ("one", Undo),
        ("", Undo),
        ("one", Redo),
        ("one two", Redo),
    ] {
        assert!(field.press(key, WIDE));
        assert_eq!(field.value(), shown);
    }
    field.press(Delete(Left), WIDE);
    field.press(Delete(Left), WIDE);
    field.press(Move(TextStart), WIDE);
    field.press(Delete(Right), WIDE);
    field.press(Delete(Right), WIDE);
    assert_eq!(field.value(), "e t");
    assert!(
        !field.press(Redo, WIDE),
        "a new change ends what could be made again"
    );
    field.press(Undo, WIDE);
    assert_eq!(marked(&field), "on|e t");
    field.press(Undo, WIDE);
    assert_eq!(marked(&field), "one two|");
}

#[test]
fn keys_without_effect_say_so() {
    let mut field = TextField::single_line("a");
    for key in [
        Move(Right),
        Move(Up),
        Move(Down),
        Delete(Right),
        Insert(""),
        Undo,
        Redo,
    ] {
        assert!(!field.press(key, WIDE), "{key:?}");
    }
    assert!(field.press(Move(Left), WIDE));
    assert!(field.press(SelectAll, WIDE));
}

#[test]
fn up_and_down_follow_wrapped_rows_and_keep_their_column() {
    // Rows of 9 columns and the cursor's: "one two ", "three ", "four five".
    let narrow = size(10, 5);
    let mut field = field("one two| three four five");
    for (motion, expected) in [
        (Down, "one two three| four five"),
        (Down, "one two three four fi|ve"),
        (Up, "one two three| four five"),
        (Up, "one two| three four five"),
        (Up, "|one two three four five"),
        (Down, "one two three| four five"),
    ] {
        field.press(Move(motion), narrow);
        assert_eq!(marked(&field), expected, "{motion:?}");
    }
    field.press(Move(TextEnd), narrow);
    field.press(Move(Up), narrow);
    assert_eq!(marked(&field), "one two three| four five");
}

#[test]
fn a_long_line_scrolls_sideways_no_more_than_needed() {
    let mut field = TextField::single_line("abcdefghij");
    let size = size(5, 1);
    let view = field.view(size);
    assert_eq!((view.lines, view.cursor), (vec!["ghij".to_owned()], (4, 0)));
    assert!(view.more_before && !view.more_after);
    field.press(Move(Left), size);
    let view = field.view(size);
    assert_eq!((view.lines[0].as_str(), view.cursor), ("ghij", (3, 0)));
    field.press(Move(TextStart), size);
    let view = field.view(size);
    assert_eq!((view.lines[0].as_str(), view.cursor), ("abcde", (0, 0)));
    assert!(!view.more_before && view.more_after);
}

#[test]
fn half_a_wide_cluster_leaves_a_blank() {
    let view = TextField::single_line("日本語").view(size(6, 1));
    assert_eq!((view.lines[0].as_str(), view.cursor), (" 本語", (5, 0)));
}

#[test]
fn many_lines_wrap_and_scroll() {
    let mut field = TextField::multi_line("one two three\n\nfour");
    let size = size(8, 3);
    let view = field.view(size);
    assert_eq!(view.lines, ["three", "", "four"]);
    assert_eq!(view.cursor, (4, 2));
    assert!(view.more_before && !view.more_after);
    field.press(Move(TextStart), size);
    let view = field.view(size);
    assert_eq!(view.lines, ["one two ", "three", ""]);
    assert!(!view.more_before && view.more_after);
}

#[test]
fn a_full_row_leaves_a_cell_for_the_cursor() {
    let view = TextField::multi_line("abcd").view(size(5, 2));
    assert_eq!((view.lines, view.cursor), (vec!["abcd".to_owned()], (4, 0)));
    let view = TextField::multi_line("abcde").view(size(5, 2));
    assert_eq!(
        (view.lines, view.cursor),
        (vec!["abcd".to_owned(), "e".to_owned()], (1, 1))
    );
}

#[test]
fn hidden_characters_are_shown_and_one_step() {
    let mut field = TextField::single_line("a\u{202E}b\nc");
    assert_eq!(field.view(WIDE).lines, ["a⟦U+202E⟧b↵c"]);
    field.press(Move(TextStart), WIDE);
    field.press(Move(Right), WIDE);
    field.press(Select(Right), WIDE);
    let view = field.view(WIDE);
    assert_eq!(view.selection, [(0, 1..9)]);
    assert_eq!(view.cursor, (9, 0));
}

#[test]
fn selections_are_shown_row_by_row() {
    let mut field = field("o|ne two\nthree");
    let size = size(6, 4);
    field.press(Select(TextEnd), size);
    assert_eq!(field.view(size).lines, ["one ", "two", "three"]);
    assert_eq!(
        field.view(size).selection,
        [(0, 1..4), (1, 0..3), (2, 0..5)]
    );
}

#[test]
fn clicks_find_the_cluster_under_them() {
    for (column, row, expected) in [
        (0, 0, "|one two\n日本"),
        (2, 0, "on|e two\n日本"),
        // Behind a wrapped row: before its last space. Behind a line: its end.
        (5, 0, "one| two\n日本"),
        (5, 1, "one two|\n日本"),
        (1, 2, "one two\n|日本"),
        (2, 2, "one two\n日|本"),
        (5, 2, "one two\n日本|"),
        (0, 3, "one two\n日本|"),
    ] {
        let mut field = field("one two\n日本");
        field.click(column, row, false, size(6, 4));
        assert_eq!(marked(&field), expected, "{column} {row}");
    }
}

#[test]
fn a_drag_selects_and_a_click_leaves_the_view_in_place() {
    let mut field = TextField::single_line("abcdefghij");
    let size = size(5, 1);
    field.press(Move(TextEnd), size);
    field.click(1, 0, false, size);
    assert_eq!(field.view(size).lines, ["ghij"]);
    field.click(3, 0, true, size);
    assert_eq!(marked(&field), "abcdefg[hi|]j");
}

#[test]
fn down_gets_past_an_escape_that_fills_rows() {
    let size = size(4, 9);
    let mut field = field("|a\u{202E}b");
    for _ in 0..2 {
        field.press(Move(Down), size);
    }
    assert_eq!(marked(&field), "a\u{202E}|b");
}

#[test]
fn no_cells_show_nothing() {
    for size in [size(0, 0), size(0, 5), size(5, 0)] {
        for field in [
            TextField::single_line("ab\ncd"),
            TextField::multi_line("ab\ncd"),
        ] {
            let view = field.view(size);
            assert_eq!(
                (view.lines, view.cursor, view.selection),
                (vec![], (0, 0), vec![])
            );
        }
    }
}

/// An operation with its own text, for random sequences.
#[derive(Debug, Clone)]
enum Operation {
    Key(FieldKey<'static>),
    Insert(String),
    Click(u16, u16, bool),
    Resize(u16, u16),
}

fn operation() -> impl Strategy<Value = Operation> {
    let motions = [
        Left, Right, WordLeft, WordRight, Up, Down, LineStart, LineEnd, TextStart, TextEnd,
    ];
    let motion = || prop::sample::select(motions.to_vec());
    prop_oneof![
        4 => hard_text().prop_map(Operation::Insert),
        3 => motion().prop_map(|motion| Operation::Key(Move(motion))),
        2 => motion().prop_map(|motion| Operation::Key(Select(motion))),
        2 => motion().prop_map(|motion| Operation::Key(Delete(motion))),
        2 => prop::sample::select(vec![SelectAll, Undo, Undo, Redo]).prop_map(Operation::Key),
        1 => (0u16..30, 0u16..8, any::<bool>()).prop_map(|(c, r, e)| Operation::Click(c, r, e)),
        1 => (0u16..20, 0u16..6).prop_map(|(columns, rows)| Operation::Resize(columns, rows)),
    ]
}

fn is_boundary(text: &str, at: usize) -> bool {
    at == text.len() || text.grapheme_indices(true).any(|(start, _)| start == at)
}

fn check_view(field: &TextField, size: FieldSize) -> Result<(), TestCaseError> {
    let view = field.view(size);
    prop_assert!(view.lines.len() <= usize::from(size.rows));
    for line in &view.lines {
        prop_assert!(width(line) <= usize::from(size.columns), "{:?}", line);
        prop_assert!(
            line.graphemes(true)
                .all(|cluster| cluster_width(cluster) > 0),
            "{:?}",
            line
        );
        prop_assert!(
            !line.contains(['\u{202E}', '\u{2066}', '\u{200B}']),
            "{:?}",
            line
        );
    }
    let (column, row) = view.cursor;
    prop_assert!(
        column < size.columns.max(1) && row < size.rows.max(1),
        "{:?}",
        view.cursor
    );
    prop_assert!(view.lines.is_empty() || usize::from(row) < view.lines.len());
    for (row, columns) in view.selection {
        prop_assert!(usize::from(row) < view.lines.len());
        prop_assert!(columns.start < columns.end && columns.end <= size.columns);
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_operations_keep_the_cursor_whole_and_in_view(
        text in hard_text(),
        multi_line in any::<bool>(),
        operations in prop::collection::vec(operation(), 1..12),
    ) {
        let mut field = TextField::new(text, multi_line);
        let mut size = size(9, 3);
        for operation in operations {
            match operation {
                Operation::Key(key) => { field.press(key, size); }
                Operation::Insert(text) => { field.press(Insert(&text), size); }
                Operation::Click(column, row, extend) => { field.click(column, row, extend, size); }
                Operation::Resize(columns, rows) => size = FieldSize { columns, rows },
            }
            prop_assert!(is_boundary(field.value(), field.cursor()));
            let selection = field.selection().unwrap_or_default();
            prop_assert!(is_boundary(field.value(), selection.start));
            prop_assert!(is_boundary(field.value(), selection.end));
            check_view(&field, size)?;
        }
    }

    #[test]
    fn undo_of_all_gives_back_the_text_and_redo_the_last(
        text in hard_text(),
        operations in prop::collection::vec(operation(), 1..12),
    ) {
        let mut field = TextField::multi_line(text.clone());
        for operation in operations {
            match operation {
                Operation::Key(Undo | Redo) => {}
                Operation::Key(key) => { field.press(key, WIDE); }
                Operation::Insert(text) => { field.press(Insert(&text), WIDE); }
                _ => {}
            }
        }
        let last = field.value().to_owned();
        while field.press(Undo, WIDE) {}
        prop_assert_eq!(field.value(), text);
        while field.press(Redo, WIDE) {}
        prop_assert_eq!(field.value(), last);
    }

    #[test]
    fn a_click_on_the_cursor_leaves_it(text in hard_text(), lefts in 0usize..40, multi_line in any::<bool>()) {
        let size = size(12, 4);
        let mut field = TextField::new(text, multi_line);
        for _ in 0..lefts {
            field.press(Move(Left), size);
        }
        let (column, row) = field.view(size).cursor;
        // Hanging spaces share the last column, so only other cells name one cluster.
        if column < 11 {
            let cursor = field.cursor();
            field.click(column, row, false, size);
            prop_assert_eq!(field.cursor(), cursor);
        }
    }
}

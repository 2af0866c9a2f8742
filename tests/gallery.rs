//! The gallery of the README: what the program gives out of a journey that ships, and pictures of it.
//! `UPDATE_GALLERY=1 cargo test --features print --test gallery` makes it anew, with Chromium and
//! poppler; the test looks whether pages are still what the program writes.
#![cfg(feature = "print")]
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use resvg::tiny_skia::{FilterQuality, Pixmap, PixmapPaint, Transform};

const GALLERY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/gallery");

/// What is given out, and how.
const GIVEN_OUT: [(&str, &[&str]); 3] = [
    ("hotel-stay.html", &["hotel-stay.ron"]),
    ("hotel-stay.pdf", &["hotel-stay.ron"]),
    ("hotel-stay.moments.png", &["hotel-stay.ron"]),
];

/// A picture in dots is so much smaller in the gallery.
const SMALLER: f32 = 0.375;

fn given_out(arguments: &[&str], name: &str, folder: &Path) -> PathBuf {
    let out = folder.join(name);
    let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/journeys"));
    command.env_clear().env("HOME", folder);
    command.args(["export", "--lang", "en", "--today", "2026-11-23"]);
    let ran = command.args(arguments).arg("-o").arg(&out).output();
    let ran = ran.unwrap();
    assert!(ran.status.success(), "{ran:?}");
    out
}

#[test]
fn the_gallery_is_what_the_program_gives_out() {
    let folder = tempfile::tempdir().unwrap();
    let update = std::env::var_os("UPDATE_GALLERY").is_some();
    for (name, arguments) in GIVEN_OUT {
        let out = given_out(arguments, name, folder.path());
        let kept = Path::new(GALLERY).join(name);
        match (update, name.ends_with(".png")) {
            (true, true) => smaller(&out, &kept),
            (true, false) => fs::write(&kept, fs::read(&out).unwrap()).unwrap(),
            // Smaller pictures are not compared: how dots are mixed may differ by machine.
            (false, true) => assert!(kept.exists()),
            (false, false) => {
                let is_same = fs::read(&out).unwrap() == fs::read(&kept).unwrap();
                assert!(is_same, "{name} differs: UPDATE_GALLERY=1 makes it anew");
            }
        }
    }
    if update {
        pictures();
    }
}

fn smaller(from: &Path, to: &Path) {
    let large = Pixmap::load_png(from).unwrap();
    let side = |dots: u32| (dots as f32 * SMALLER).round() as u32;
    let mut small = Pixmap::new(side(large.width()), side(large.height())).unwrap();
    let paint = PixmapPaint {
        quality: FilterQuality::Bicubic,
        ..PixmapPaint::default()
    };
    let scale = Transform::from_scale(SMALLER, SMALLER);
    small.draw_pixmap(0, 0, large.as_ref(), &paint, scale, None);
    small.save_png(to).unwrap();
}

/// Pictures of the page and of the paper.
fn pictures() {
    let page = format!("file://{GALLERY}/hotel-stay.html");
    run(
        "chromium",
        &[
            "--headless",
            "--no-sandbox",
            "--hide-scrollbars",
            "--window-size=1200,1500",
            "--screenshot=html.png",
            &page,
        ],
    );
    run(
        "pdftoppm",
        &["-r", "75", "-png", "-singlefile", "hotel-stay.pdf", "pdf"],
    );
}

fn run(program: &str, arguments: &[&str]) {
    let mut command = Command::new(program);
    let ran = command.args(arguments).current_dir(GALLERY).output();
    let ran = ran.unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(ran.status.success(), "{program}: {ran:?}");
}

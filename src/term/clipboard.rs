//! The clipboard, through the terminal (OSC 52), so that it works over ssh too. Writing only: a
//! terminal that lets programs read the clipboard is rare, and rightly so.

/// The sequence that asks a terminal to put `text` on the clipboard. No terminal answers whether
/// it did.
pub(super) fn copy_sequence(text: &str) -> String {
    format!("\x1b]52;c;{}\x1b\\", base64(text.as_bytes()))
}

/// Base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    bytes.chunks(3).flat_map(quad).collect()
}

/// The four characters for up to three bytes.
fn quad(bytes: &[u8]) -> [char; 4] {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let byte = |at: usize| u32::from(bytes.get(at).copied().unwrap_or(0));
    let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
    std::array::from_fn(|at| match at > bytes.len() {
        true => '=',
        false => DIGITS[(bits >> (18 - 6 * at) & 63) as usize].into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_rfc() {
        let vectors = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("Lücke ◆", "TMO8Y2tlIOKXhg=="),
        ];
        for (text, encoded) in vectors {
            assert_eq!(base64(text.as_bytes()), encoded, "{text}");
        }
    }

    #[test]
    fn a_text_cannot_end_the_sequence_that_carries_it() {
        let sequence = copy_sequence("a\x1b\\b\x07c");
        assert_eq!(sequence, "\x1b]52;c;YRtcYgdj\x1b\\");
    }
}

//! Bytes taken one after the other: what a fuzzer changes decides what is done.

/// What is left of the bytes.
pub(super) struct Supply<'b>(pub(super) &'b [u8]);

impl<'b> Supply<'b> {
    /// The next byte; `None` when there is none left.
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// One of these, as the next byte says.
    pub(super) fn pick<'c, T>(&mut self, choices: &'c [T]) -> Option<&'c T> {
        let byte = usize::from(self.byte()?);
        choices.get(byte % choices.len().max(1))
    }

    /// As many bytes as the next one says, or all, as text.
    pub(super) fn text(&mut self) -> Option<String> {
        let length = usize::from(self.byte()?).min(self.0.len());
        let (text, rest) = self.0.split_at(length);
        self.0 = rest;
        Some(String::from_utf8_lossy(text).into_owned())
    }
}

/// The part up to the first zero byte, and what stands behind it.
pub(super) fn part(bytes: &[u8]) -> (&[u8], &[u8]) {
    match bytes.iter().position(|byte| *byte == 0) {
        Some(end) => (&bytes[..end], &bytes[end + 1..]),
        None => (bytes, &[]),
    }
}

/// The first three parts as texts; `None` where they are none.
pub(super) fn three_texts(bytes: &[u8]) -> Option<[&str; 3]> {
    let (first, rest) = part(bytes);
    let (second, third) = part(rest);
    let [first, second, third] = [first, second, third].map(std::str::from_utf8);
    Some([first.ok()?, second.ok()?, third.ok()?])
}

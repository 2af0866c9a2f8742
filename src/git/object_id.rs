//! The name of an object. What is one is nothing else: no option, no path, no expression.

use std::fmt;

/// The full hexadecimal name of a commit, tree or blob.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(String);

impl ObjectId {
    /// The id, if these bytes are one: 40 hexadecimal digits (SHA-1) or 64 (SHA-256).
    pub fn parse(bytes: &[u8]) -> Option<ObjectId> {
        let is_digit = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let is_id = matches!(bytes.len(), 40 | 64) && bytes.iter().all(is_digit);
        let text = std::str::from_utf8(bytes).ok().filter(|_| is_id)?;
        Some(ObjectId(text.to_owned()))
    }

    /// All digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Enough digits for people.
    pub fn short(&self) -> &str {
        &self.0[..8]
    }

    /// Stands for "no object" in lists of changes.
    pub(super) fn is_null(&self) -> bool {
        self.0.bytes().all(|digit| digit == b'0')
    }
}

impl fmt::Display for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_full_name_in_small_digits_is_an_id() {
        let id = "0123456789abcdef0123456789abcdef01234567";
        assert_eq!(
            ObjectId::parse(id.as_bytes()).map(|it| it.to_string()),
            Some(id.to_owned())
        );
        for other in [
            "",
            "HEAD",
            "0123",
            &id[1..],
            &id.to_uppercase(),
            "--output=x",
        ] {
            assert_eq!(ObjectId::parse(other.as_bytes()), None, "{other}");
        }
        assert!(ObjectId::parse(&[b'a'; 64]).is_some());
        assert!(ObjectId::parse(&[b'0'; 40]).is_some_and(|id| id.is_null()));
    }
}

//! Words of files in the formats of others.

use super::texts;

texts! {
    export_no_format(path: &str): "the ending of {path} says no format", "die Endung von {path} nennt kein Format";
    export_formats(endings: &str): "end the name with one of these, or say --format: {endings}", "geben Sie dem Namen eine dieser Endungen, oder nennen Sie --format: {endings}";
}

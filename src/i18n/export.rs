//! Words of files in the formats of others.

use super::texts;

texts! {
    export_no_format(path: &str): "the ending of {path} says no format", "die Endung von {path} nennt kein Format";
    export_formats(endings: &str): "end the name with one of these, or say --format: {endings}", "geben Sie dem Namen eine dieser Endungen, oder nennen Sie --format: {endings}";
    export_mermaid_keeps(): "Mermaid takes title, stages, touchpoints, emotion from 1 to 5, and personas; all else stays out", "Mermaid nimmt Titel, Phasen, Berührungspunkte, Emotion von 1 bis 5 und Personas; alles andere bleibt weg";
    export_unrated(names: &str): "without emotion, so they stand at 3: {names}", "ohne Emotion, sie stehen darum auf 3: {names}";
}

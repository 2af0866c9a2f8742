//! Words of values and promises against touchpoints.

use super::texts;

texts! {
    scope_values(): "Values", "Werte";
    cmd_go_values(): "to values and promises", "zu Werten und Versprechen";
    cmd_open_touchpoint(): "open the touchpoint", "Berührungspunkt öffnen";
    cmd_prove(): "proved or kept here, or not", "hier gelebt, eingelöst oder nicht";
    foot_prove(): "proved here", "hier gelebt";

    values_title(): "Values and promises", "Werte und Versprechen";
    values_promises(): "Promises", "Versprechen";
    values_none(): "There is no value and no promise yet.", "Es gibt noch keinen Wert und kein Versprechen.";
    values_how(): "Values are added in the outline (g o), or in company.ron for all journeys.", "Werte fügen Sie in der Gliederung (g o) ein, oder in company.ron für alle Journeys.";
    values_no_column(): "No touchpoint to show.", "Kein Berührungspunkt zu zeigen.";
    values_nowhere(): "nowhere", "nirgends";
    values_legend_good(): "proved or kept", "gelebt, eingelöst";
    values_legend_short(): "below expectation", "unter Erwartung";
    values_legend_unrated(): "not rated", "ohne Wertung";
    values_legend_said(): "promised here", "hier versprochen";

    values_good(name: &str): "“{name}” is proved here.", "«{name}» wird hier gelebt.";
    values_short(name: &str): "“{name}” is proved here, but the experience falls short of what people expect.", "«{name}» wird hier gelebt, aber das Erlebnis bleibt unter der Erwartung.";
    values_unrated(name: &str): "“{name}” is proved here; how well, nobody can tell: a number is missing.", "«{name}» wird hier gelebt; wie gut, ist offen: Es fehlt eine Zahl.";
    values_not_here(name: &str): "“{name}” is not proved here.", "«{name}» wird hier nicht gelebt.";
    values_unproved(): "No touchpoint of this journey proves it.", "Kein Berührungspunkt dieser Journey lebt ihn.";
    values_behaviour(text: &str): "One sees: {text}", "Zu sehen ist: {text}";

    promise_said(): "The promise is given here.", "Das Versprechen wird hier gegeben.";
    promise_good(): "The promise is kept here.", "Das Versprechen wird hier eingelöst.";
    promise_short(): "The promise is to be kept here, but the experience falls short of what people expect.", "Das Versprechen ist hier einzulösen, aber das Erlebnis bleibt unter der Erwartung.";
    promise_unrated(): "The promise is kept here; how well, nobody can tell: a number is missing.", "Das Versprechen wird hier eingelöst; wie gut, ist offen: Es fehlt eine Zahl.";
    promise_not_here(): "The promise is not kept here.", "Das Versprechen wird hier nicht eingelöst.";
    promise_text(name: &str, text: &str): "{name}: “{text}”", "{name}: «{text}»";
    promise_kept_at(names: &str): "Kept at: {names}", "Eingelöst bei: {names}";
    promise_kept_nowhere(): "No touchpoint of this journey keeps it.", "Kein Berührungspunkt dieser Journey löst es ein.";
    values_gap(gap: &str): "gap {gap}", "Lücke {gap}";
    values_gap_unknown(): "gap unknown", "Lücke unbekannt";

    values_proved_now(): "The touchpoint now proves the value.", "Der Berührungspunkt lebt den Wert jetzt.";
    values_proved_no_more(): "The touchpoint no longer proves the value.", "Der Berührungspunkt lebt den Wert nicht mehr.";
    values_kept_now(): "The touchpoint now keeps the promise.", "Der Berührungspunkt löst das Versprechen jetzt ein.";
    values_kept_no_more(): "The touchpoint no longer keeps the promise.", "Der Berührungspunkt löst das Versprechen nicht mehr ein.";
    values_said_here(): "The promise is given here: its own experience says how it is kept.", "Das Versprechen wird hier gegeben: Wie es eingelöst wird, sagt das Erlebnis hier.";
}

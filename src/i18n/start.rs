//! Words of the page one begins from, and of the tour.

use super::texts;

texts! {
    scope_start(): "Start", "Start";
    scope_tour(): "Tour", "Rundgang";
    cmd_start(): "to the start: journeys, templates, the tour", "zum Start: Journeys, Vorlagen, Rundgang";
    cmd_begin(): "open or begin this", "das öffnen oder beginnen";
    cmd_end_tour(): "end the tour", "Rundgang beenden";
    foot_end_tour(): "end the tour", "Rundgang beenden";
    start_claim(): "Customer journeys in the terminal, kept in git.", "Customer Journeys im Terminal, in git aufbewahrt.";
    start_here(folder: &str): "Journeys in {folder}", "Journeys in {folder}";
    start_portfolio(): "All of them", "Alle zusammen";
    start_portfolio_note(): "side by side: where to look first", "nebeneinander: wo zuerst hinzusehen ist";
    start_learn(): "New here?", "Neu hier?";
    start_new(): "A new journey", "Eine neue Journey";
    start_elsewhere(): "Elsewhere", "Anderswo";
    start_tour(): "The tour", "Der Rundgang";
    start_tour_note(): "five steps, by doing, three minutes", "fünf Schritte zum Mitmachen, drei Minuten";
    start_example(): "An example", "Ein Beispiel";
    start_example_note(): "one night in a city hotel, measured over a year", "Firmengeschenke einer Konditorei, ein Jahr lang gemessen";
    start_empty(): "Empty", "Leer";
    start_empty_note(): "nothing but a title", "nichts als ein Titel";
    start_blank(): "Blank", "Vordruck";
    start_blank_note(): "one stage, one touchpoint, every field explained", "eine Phase, ein Berührungspunkt, jedes Feld erklärt";
    start_hotel(): "Hotel", "Hotel";
    start_hotel_note(): "a weekend in a hotel", "ein Wochenende im Hotel";
    start_shop(): "Shop", "Shop";
    start_shop_note(): "an order in an online shop", "eine Bestellung im Online-Shop";
    start_support(): "Support", "Support";
    start_support_note(): "a case at customer service", "ein Fall beim Kundendienst";
    start_onboarding(): "Onboarding", "Onboarding";
    start_onboarding_note(): "a company starts with new software", "eine Firma beginnt mit neuer Software";
    start_folder(): "Another folder …", "Ein anderer Ordner …";
    start_folder_note(): "shows its journeys", "zeigt seine Journeys";
    start_folder_title(): "Which folder?", "Welcher Ordner?";
    start_folder_hint(): "a folder with journeys", "ein Ordner mit Journeys";
    start_no_folder(folder: &str): "{folder} is no folder that can be read.", "{folder} ist kein lesbarer Ordner.";
    start_no_journeys(folder: &str): "There is no journey in {folder}: begin one.", "In {folder} liegt keine Journey: beginnen Sie eine.";
    start_stays(): "Enter opens what is marked, q quits.", "Enter öffnet, was markiert ist, q beendet.";
    start_clicked(): "Enter or a double click opens it.", "Enter oder ein Doppelklick öffnet es.";
    start_this_folder(): "this folder", "diesem Ordner";
    tour_title(at: usize, count: usize, what: &str): "Step {at} of {count}: {what}", "Schritt {at} von {count}: {what}";
    tour_go_title(): "find your way", "sich zurechtfinden";
    tour_go(name: &str, right: &str, left: &str): "The stages of the journey run from left to right, each with its touchpoints. Go to “{name}” with {right} and {left}, or click it.", "Die Phasen der Journey verlaufen von links nach rechts, jede mit ihren Berührungspunkten. Gehen Sie mit {right} und {left} zu «{name}», oder klicken Sie darauf.";
    tour_add_title(): "add a touchpoint", "einen Berührungspunkt hinzufügen";
    tour_add(key: &str): "Something happens right after it. Press {key}, type what it is, and press Enter; Enter on an empty line ends.", "Gleich danach geschieht etwas. Drücken Sie {key}, schreiben Sie, was, und drücken Sie Enter; Enter auf einer leeren Zeile beendet.";
    tour_rate_title(): "the gap", "die Lücke";
    tour_rate(expected: &str, experienced: &str): "What did the customer expect, and what came? Press {expected} for an expectation of 4, then {experienced} for an experience of 2. The difference is the gap.", "Was hat der Kunde erwartet, und was kam? Drücken Sie {expected} für eine Erwartung von 4, dann {experienced} für ein Erlebnis von 2. Der Unterschied ist die Lücke.";
    tour_mark_title(): "a Moment of Truth", "ein Moment of Truth";
    tour_mark(key: &str): "Here the customer finds out whether the promise is true. Press {key} and say why this moment decides.", "Hier erfährt der Kunde, ob das Versprechen stimmt. Drücken Sie {key} und sagen Sie, warum dieser Moment entscheidet.";
    tour_board_title(): "see where to act", "sehen, wo zu handeln ist";
    tour_board(key: &str, undo: &str): "All Moments of Truth, the worst first, stand on a board of their own: press {key}. Nothing is final: {undo} takes back step by step.", "Alle Moments of Truth, der schlechteste zuerst, stehen auf einer eigenen Übersicht: drücken Sie {key}. Nichts ist endgültig: {undo} nimmt Schritt für Schritt zurück.";
    tour_end_title(): "That was the tour", "Das war der Rundgang";
    tour_end(save: &str, start: &str, help: &str): "{save} keeps this journey in a file, {start} leads to the templates and to your own journeys, {help} shows the keys of every screen.", "{save} behält diese Journey in einer Datei, {start} führt zu den Vorlagen und zu Ihren eigenen Journeys, {help} zeigt die Tasten jeder Ansicht.";
}

import { ofBadge, peopleOf, remembered } from "../model/people.js";

/** Who counted on this terminal today; a browser that keeps nothing forgets them. */

const PEOPLE = "foodcoop_people";
const PERSON = "foodcoop_person";
/** After this long somebody else may stand here (milliseconds). */
const GONE = 30 * 60_000;

function read(key, otherwise) {
    try {
        return JSON.parse(localStorage.getItem(key)) ?? otherwise;
    } catch {
        return otherwise;
    }
}

function write(key, value) {
    try {
        localStorage.setItem(key, JSON.stringify(value));
    } catch {
        // Refused or full: the names are asked for again, nothing else is lost.
    }
}

/** The day here, as 2026-11-21. */
export function today() {
    return new Date().toLocaleDateString("sv-SE");
}

export function peopleToday() {
    return peopleOf(read(PEOPLE, []), today());
}

export function personOfBadge(code) {
    return ofBadge(peopleToday(), code);
}

export function rememberPerson(person) {
    write(PEOPLE, remembered(read(PEOPLE, []), person, today()));
    stillHere(person.name);
}

/** They counted at this moment. */
export function stillHere(name) {
    write(PERSON, { name, at: Date.now() });
}

/** Who counted here when the page was left, if that was a moment ago. */
export function personBefore() {
    const { name, at } = read(PERSON, { name: "", at: 0 });
    return Date.now() - at < GONE ? name : "";
}

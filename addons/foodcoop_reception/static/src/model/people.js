import { plain } from "./words.js";

/** As long as an event's person may be (lib/events.py). */
const LONGEST = 64;
const MANY = 12;

/** A name as somebody typed it, or null when it is none yet: two letters at least. */
export function asName(text) {
    const name = text.trim().replace(/\s+/g, " ").slice(0, LONGEST);
    return (name.match(/\p{L}/gu) ?? []).length >= 2 ? name : null;
}

/**
 * Who counted on this terminal today, the latest first.
 * @param {{name: string, badge: string, day: string}[]} people
 */
export function remembered(people, { name, badge = "" }, day) {
    const today = peopleOf(people, day);
    const before = today.find((one) => plain(one.name) === plain(name));
    const others = today.filter((one) => one !== before);
    const known = { name, badge: badge || (before?.badge ?? ""), day };
    return [known, ...others].slice(0, MANY);
}

/** Yesterday's volunteers are gone. */
export function peopleOf(people, day) {
    return people.filter((one) => one.day === day);
}

export function ofBadge(people, code) {
    return people.find((one) => one.badge && one.badge === code)?.name ?? null;
}

/** The page's language, as the server wrote it into the page. */

const boot = JSON.parse(document.getElementById("boot")?.textContent || "{}");

export const user = boot.user ?? "";
const locale = boot.lang ?? "en-US";

/** A text in the person's language; %(name)s is filled from values. */
export function _t(text, values = {}) {
    const translated = boot.words?.[text] ?? text;
    return translated.replace(/%\((\w+)\)s/g, (whole, name) => values[name] ?? whole);
}

/** Numbers as people here write them: 7,25 in French. */
export function number(value) {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(value);
}

/** A quantity with its unit, apart but on one line. */
export function amount(value, unit) {
    return unit ? `${number(value)}\u00a0${unit}` : number(value);
}

export function day(date) {
    const options = { weekday: "long", day: "numeric", month: "long" };
    return new Intl.DateTimeFormat(locale, options).format(new Date(`${date}T12:00`));
}

/** The time of day of an event, as the clock on the wall shows it. */
export function time(moment) {
    const options = { hour: "numeric", minute: "2-digit" };
    return new Intl.DateTimeFormat(locale, options).format(new Date(moment));
}

/** The page's language, as the server wrote it into the page. */

const boot = JSON.parse(document.getElementById("boot")?.textContent || "{}");

/** The number of the account that this page was made for. */
export const account = boot.account;
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

/** A sum as the shop writes it: 1 234,50 €. */
export function money(value, currency) {
    const options = currency ? { style: "currency", currency } : {};
    return new Intl.NumberFormat(locale, options).format(value);
}

/** A day in digits: 31/03/2028. */
export function shortDay(date) {
    return new Intl.DateTimeFormat(locale).format(new Date(`${date}T12:00`));
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

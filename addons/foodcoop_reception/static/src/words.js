/** The page's language: as the server wrote it into the page, or chosen on the terminal. */

const boot = JSON.parse(
    globalThis.document?.getElementById("boot")?.textContent || "{}",
);

/** The number of the account that this page was made for. */
export const account = boot.account;
export const user = boot.user ?? "";
let spoken = spokenAs({ lang: boot.lang ?? "en-US", words: boot.words ?? {} });

function spokenAs({ lang, words }) {
    return { lang, words, numbers: numbersOf(lang) };
}

/** From now on in another language; screens that are shown already are made anew. */
export function speak(told) {
    spoken = spokenAs(told);
    document.documentElement.lang = told.lang;
}

/** As in HTML and Intl: fr-FR. */
export function language() {
    return spoken.lang;
}

/**
 * A text in the person's language; %(name)s is filled from values. A mark that French
 * sets apart from its word stays on its line.
 */
export function _t(text, values = {}) {
    const translated = (spoken.words[text] ?? text).replace(/ (?=[?!:;»])/g, "\u00a0");
    return translated.replace(/%\((\w+)\)s/g, (whole, name) => values[name] ?? whole);
}

/** Numbers as people here write them: 7,25 in French. */
export function number(value) {
    return spoken.numbers.format(value);
}

/** Made once: making one takes longer than drawing a row. */
function numbersOf(lang) {
    return new Intl.NumberFormat(lang, { maximumFractionDigits: 3 });
}

/** A sum as the shop writes it: 1 234,50 €. */
export function money(value, currency) {
    const options = currency ? { style: "currency", currency } : {};
    return new Intl.NumberFormat(spoken.lang, options).format(value);
}

/** A day in digits: 31/03/2028. */
export function shortDay(date) {
    return new Intl.DateTimeFormat(spoken.lang).format(new Date(`${date}T12:00`));
}

/** A quantity with its unit, apart but on one line. */
export function amount(value, unit) {
    return unit ? `${number(value)}\u00a0${unit}` : number(value);
}

export function products(count) {
    return count === 1
        ? _t("1 product")
        : _t("%(count)s products", { count: number(count) });
}

export function day(date) {
    const options = { weekday: "long", day: "numeric", month: "long" };
    return new Intl.DateTimeFormat(spoken.lang, options).format(
        new Date(`${date}T12:00`),
    );
}

/** The time of day of an event, as the clock on the wall shows it. */
export function time(moment) {
    const options = { hour: "numeric", minute: "2-digit" };
    return new Intl.DateTimeFormat(spoken.lang, options).format(new Date(moment));
}

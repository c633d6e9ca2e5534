/** Dates as they are printed on goods, typed as digits. */

const FAR = 30; // years ahead: beyond it somebody mistyped

const monthYear = (d) => asDate(0, d.slice(0, 2), `20${d.slice(2)}`);
const monthLongYear = (d) => asDate(0, d.slice(0, 2), d.slice(2));
const dayMonthYear = (d) => asDate(d.slice(0, 2), d.slice(2, 4), `20${d.slice(4)}`);
const longDate = (d) => asDate(d.slice(0, 2), d.slice(2, 4), d.slice(4));

/**
 * DDMMYY, MMYY (or 00MMYY: the last day of the month), DDMMYYYY or MMYYYY; what stands
 * between the digits does not matter.
 * @param {string} text as typed
 * @param {string} today as 2026-11-21
 * @returns {string | null} as 2026-11-21; null when it is no date that goods may have
 */
export function readDate(text, today) {
    const digits = text.replace(/\D/g, "");
    const read = { 4: [monthYear], 6: [dayMonthYear, monthLongYear], 8: [longDate] };
    const found = (read[digits.length] ?? []).map((one) => one(digits)).find(Boolean);
    const year = Number(today.slice(0, 4));
    const isSane = found && Math.abs(Number(found.slice(0, 4)) - year) <= FAR;
    return isSane ? found : null;
}

/** The day here of a moment, as 2026-11-21. */
export function dayOf(moment) {
    return new Date(moment).toLocaleDateString("sv-SE");
}

function asDate(day, month, year) {
    const [d, m, y] = [Number(day), Number(month), Number(year)];
    const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
    if (m < 1 || m > 12 || d > last) {
        return null;
    }
    const two = (n) => String(n).padStart(2, "0");
    return `${y}-${two(m)}-${two(d || last)}`;
}

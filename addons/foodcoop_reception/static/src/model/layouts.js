/** What a scanner meant, from the keys that it pressed: two keyboards seldom agree. */

/** The punctuation of an American keyboard, by KeyboardEvent.code: plain, with Shift. */
const AMERICAN = {
    Minus: "-_",
    Equal: "=+",
    BracketLeft: "[{",
    BracketRight: "]}",
    Backslash: "\\|",
    Semicolon: ";:",
    Quote: "'\"",
    Backquote: "`~",
    Comma: ",<",
    Period: ".>",
    Slash: "/?",
    Space: "  ",
};
const SHIFTED_DIGITS = ")!@#$%^&*(";
/** Where French and Belgian keyboards have other letters than an American one. */
const FRENCH = { KeyQ: "A", KeyA: "Q", KeyW: "Z", KeyZ: "W", Semicolon: "M" };

const digitOf = ({ code }) => /^(?:Digit|Numpad)(\d)$/.exec(code ?? "")?.[1];
const isDigit = (key) => /^[0-9]$/.test(key);

/** What an American key gives: plain, and with Shift. */
function keyed(press) {
    const digit = digitOf(press);
    if (digit) {
        return [digit, SHIFTED_DIGITS[digit]];
    }
    const letter = /^Key([A-Z])$/.exec(press.code ?? "")?.[1];
    return letter ? [letter.toLowerCase(), letter] : AMERICAN[press.code];
}

/** The same keys on an American keyboard, which most scanners believe in. */
function american(press) {
    return keyed(press)?.[press.shift ? 1 : 0] ?? press.key;
}

/** The same keys on a French or Belgian one: its digits are those with Shift. */
function french(press) {
    const letter = FRENCH[press.code];
    return digitOf(press) ?? (letter && press.shift ? letter : press.key);
}

/**
 * The text that a scanner sent.
 * @param {{key: string, code: string, shift: boolean}[]} presses one a character
 * @returns {{text: string, layout: "right" | "american" | "french"}} which keyboard the
 *     scanner believes in, where it is not the one that the terminal has
 */
export function meant(presses) {
    const text = presses.map(({ key }) => key).join("");
    const row = presses.filter((press) => /^Digit\d$/.test(press.code ?? ""));
    if (!row.length || row.some(({ key }) => isDigit(key))) {
        return { text, layout: "right" };
    }
    // The row of digits gave not one digit: &é"'(-è_çà there, or !@#$%^&*() here.
    if (row.every(({ shift }) => !shift)) {
        return { text: presses.map(american).join(""), layout: "american" };
    }
    const digits = presses.map(french).join("");
    return row.every(({ shift }) => shift) && /^[A-Z]*[0-9]{6,}$/.test(digits)
        ? { text: digits, layout: "french" }
        : { text, layout: "right" };
}

/** The check digit of GS1: weights 3 and 1 from the right, up to the next ten. */

export const LENGTHS = [8, 12, 13, 14];

/** @param {string} body the digits in front of the check digit */
export function checkDigit(body) {
    let sum = 0;
    for (let i = 0; i < body.length; i++) {
        sum += Number(body[i]) * ((body.length - i) % 2 ? 3 : 1);
    }
    return String((10 - (sum % 10)) % 10);
}

export function isDigits(text) {
    return /^[0-9]+$/.test(text);
}

export function isValid(digits) {
    return (
        isDigits(digits) &&
        LENGTHS.includes(digits.length) &&
        digits.at(-1) === checkDigit(digits.slice(0, -1))
    );
}

/** The key two spellings of one code share, whatever their length. */
export function gtin14Key(code) {
    return code.padStart(14, "0");
}

/** The same code as other systems may have stored it. */
export function spellings(code) {
    if (!isDigits(code) || !LENGTHS.includes(code.length)) {
        return [code];
    }
    const digits = code.replace(/^0+/, "");
    return LENGTHS.filter((length) => length >= digits.length).map((length) =>
        digits.padStart(length, "0"),
    );
}

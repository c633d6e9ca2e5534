/**
 * Strings of application identifiers: the twin of lib/gs1.py, with the identifiers
 * that a shop meets. Others are kept as they came, up to the next separator.
 */

const FNC1 = "\x1d";
const HRI = /\(([0-9]{2,4})\)([^(]*)/g;
const IDENTIFIER =
    /^(?:(?:3[1-69]|43|7[0-2]|8[0-2])[0-9]{2}|(?:2[3-5]|4[0-2])[0-9]|[0-9]{2})/;
const TEXT = '[!"%-?A-Z_a-z]{1,20}';
const SHAPES = [
    [/^0[0]$/, /^[0-9]{18}/],
    [/^0[123]$/, /^[0-9]{14}/],
    [/^1[1-7]$/, /^[0-9]{6}/],
    [/^(10|21)$/, new RegExp(`^${TEXT}`)],
    [/^20$/, /^[0-9]{2}/],
    [/^3[0]$|^37$/, /^[0-9]{1,8}/],
    [/^3[1-6][0-9]{2}$/, /^[0-9]{6}/],
    [/^39[02][0-9]$/, /^[0-9]{1,15}/],
    [/^39[13][0-9]$/, /^[0-9]{4,18}/],
    [/^41[0-7]$/, /^[0-9]{13}/],
];
const DATES = ["11", "12", "13", "15", "16", "17"];
const UNITS = {
    310: "kg",
    311: "m",
    312: "m",
    313: "m",
    314: "m2",
    315: "l",
    316: "m3",
    320: "lb",
    321: "in",
    322: "ft",
    323: "yd",
    330: "kg",
    335: "l",
    336: "m3",
    340: "lb",
    356: "ozt",
    357: "oz",
    360: "qt",
    361: "gal",
};

/**
 * @param {number} year of today: it decides the century of two digits
 * @returns {object | null} what each identifier says; null when it cannot be read
 */
export function elements(text, year) {
    const found = {};
    for (const [identifier, value] of text.startsWith("(")
        ? printed(text)
        : scanned(text)) {
        const told = identifier && plain(identifier, value, year);
        if (told === null || identifier === null) {
            return null;
        }
        found[identifier] ??= told;
    }
    return Object.keys(found).length ? found : null;
}

/** The GTIN-14 of the item, or of what is in the case; may be empty. */
export function gtin(found) {
    return found["01"] || found["02"] || "";
}

function* printed(text) {
    for (const [, identifier, value] of text.replace(/\s/gu, "").matchAll(HRI)) {
        const shape = shapeOf(identifier);
        const whole = !shape || shape.exec(value)?.[0] === value;
        yield [whole ? identifier : null, value];
    }
}

function* scanned(text) {
    let rest = text;
    while (rest) {
        if (rest.startsWith(FNC1)) {
            rest = rest.slice(1);
            continue;
        }
        const [identifier, value] = first(rest.split(FNC1)[0]);
        yield [identifier, value];
        rest = identifier === null ? "" : rest.slice(identifier.length + value.length);
    }
}

/** The first element of a text; what is no identifier, or has no such value: null. */
function first(text) {
    const identifier = IDENTIFIER.exec(text)?.[0];
    if (!identifier) {
        return [null, ""];
    }
    const value = text.slice(identifier.length);
    const shape = shapeOf(identifier);
    const taken = shape ? shape.exec(value)?.[0] : value;
    return taken === undefined ? [null, ""] : [identifier, taken];
}

function shapeOf(identifier) {
    return SHAPES.find(([names]) => names.test(identifier))?.[1];
}

function plain(identifier, value, year) {
    if (DATES.includes(identifier)) {
        return day(value, year);
    }
    const family = identifier.slice(0, 3);
    const isFigure = /^(3[1-6]|39[0-3])/.test(identifier) && identifier.length === 4;
    if (!isFigure) {
        return value;
    }
    const withCurrency = ["391", "393"].includes(family);
    const digits = withCurrency ? value.slice(3) : value;
    const unit = withCurrency ? value.slice(0, 3) : UNITS[family];
    const figure = decimal(digits, Number(identifier[3]));
    return figure && unit ? `${figure} ${unit}` : figure;
}

function decimal(digits, decimals) {
    const padded = digits.padStart(decimals + 1, "0");
    const whole = BigInt(padded.slice(0, padded.length - decimals)).toString();
    return decimals ? `${whole}.${padded.slice(-decimals)}` : whole;
}

/** Two digits of a year are those within 50 years; day 00 is the month's last. */
function day(value, year) {
    const [yy, month, date] = [0, 2, 4].map((at) => Number(value.slice(at, at + 2)));
    const distance = yy - (year % 100);
    const turn = distance > 50 ? -100 : distance <= -50 ? 100 : 0;
    const full = year - (year % 100) + yy + turn;
    const last = new Date(Date.UTC(full, month, 0)).getUTCDate();
    if (month < 1 || month > 12 || date > last) {
        return null;
    }
    const two = (number) => String(number).padStart(2, "0");
    return `${full}-${two(month)}-${two(date || last)}`;
}

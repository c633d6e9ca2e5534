/** One key for one code, however long it was scanned: the twin of lib/codes.py. */

const GTIN_LENGTHS = [8, 12, 13, 14];
const DIRT = /^[ \t\r\n\u00a0\u200b\ufeff]+|[ \t\r\n\u00a0\u200b\ufeff]+$/g;

/** The check digit of GS1: weights 3 and 1 from the right, up to the next ten. */
function hasCheckDigit(digits) {
    let sum = 0;
    for (let i = 0; i < digits.length; i++) {
        const weight = (digits.length - i) % 2 ? 1 : 3;
        sum += weight * Number(digits[i]);
    }
    return sum % 10 === 0;
}

/** A trade item's number, as long as one may be and with the right check digit. */
export function isGtin(code) {
    return (
        /^[0-9]+$/.test(code) &&
        GTIN_LENGTHS.includes(code.length) &&
        hasCheckDigit(code)
    );
}

/** The key under which a scanned code is looked up: 14 digits for a GTIN. */
export function scanKey(raw) {
    const code = raw.replace(DIRT, "").toUpperCase();
    return isGtin(code) ? code.padStart(14, "0") : code;
}

/** What a scanned label says besides how much, as an event tells it. */
export function labelOf({ code, lot, expiry }) {
    return { code: code ?? "", ...(lot && { lot }), ...(expiry && { expiry }) };
}

/** How a scan is found in a delivery; an addon that reads more puts its own here. */
export const finding = {
    /**
     * What a scan nobody knows is called, and what else its label says.
     *
     * @returns {{code: string, lot?: string, expiry?: string}}
     */
    read(delivery, raw) {
        return { code: raw };
    },

    /**
     * @returns {{product: number, quantity: number, measured?: boolean, asks?: boolean,
     *     lot?: string, expiry?: string} | undefined} in the product's own unit;
     *     `measured`: this much and not what was ordered; `asks`: only a person can say
     *     how much; `expiry` as 2026-11-21
     */
    find(delivery, raw) {
        const [product, quantity] = delivery.codes[scanKey(raw)] ?? [];
        return product && { product, quantity };
    },
};

/** A card is scanned, and the way it comes in tells how the scanner is set. */

/** What the card says: controllers/card.py prints it. */
export const EAN = "0200000000004";
export const LETTERS = "TEST-0123456789";

/** Some scanners leave the first 0 away: it is then the number of a shop in America. */
const CARD = [EAN, EAN.slice(1), LETTERS];
/** Between two keys (milliseconds): a scanner that is slower is taken for a person. */
const SLOW = 50;
/** Characters that do not depend on how a keyboard writes capitals. */
const same = (one, other) => one.toUpperCase() === other.toUpperCase();

/**
 * @param {string} text as it was understood
 * @param {{suffix: string, layout: string, length: number, time: number,
 *     slowest: number}} about how it came; see keys.js
 * @returns {{well: boolean, findings: string[]}} what is right, and what to change; the
 *     sentences are the screen's
 */
export function verdict(text, about) {
    const findings = [suffixOf(about), layoutOf(about), codeOf(text)];
    if (about.layout !== "text" && about.slowest >= SLOW) {
        findings.push("slow");
    }
    const change = ["no_suffix", "wrong_code", "capitals", "slow", "text_no_suffix"];
    return { well: !findings.some((one) => change.includes(one)), findings };
}

/** Scanned on any screen, the card is a test and no product. */
export function isCard(text) {
    return CARD.includes(text);
}

function suffixOf({ suffix, layout }) {
    if (layout === "camera") {
        return "no_keys";
    }
    if (suffix) {
        return suffix === "Tab" ? "tab" : "enter";
    }
    return layout === "text" ? "text_no_suffix" : "no_suffix";
}

function layoutOf({ layout }) {
    return {
        right: "layout_right",
        american: "layout_american",
        french: "layout_french",
        text: "as_text",
        camera: "camera",
    }[layout];
}

function codeOf(text) {
    if (isCard(text)) {
        return "right_code";
    }
    return same(text, LETTERS) ? "capitals" : "wrong_code";
}

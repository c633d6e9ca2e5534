import { isGtin } from "./code.js";
import { meant } from "./layouts.js";

/** Which codes came in one go. */

const LENGTHS = [13, 8, 12, 14];
/** GS1 element strings begin with an identifier: what follows is one code, not two. */
const ELEMENTS = /^(\][A-Za-z][0-9]|\u001d|\(?0[012]\)?[0-9]{14})/;

/**
 * A person typed a number and did not end it before the scanner came: the number is
 * theirs. A scanner that stopped in between sent no whole code after its pause.
 *
 * @param {{time: number}[]} presses one a character
 * @param {number} pause that no scanner makes (milliseconds)
 * @returns {[object[], object[]]} what was typed, which may be nothing, and the scan
 */
export function apartFromTyped(presses, pause) {
    const at = presses.findLastIndex(
        ({ time }, i) => i && time - presses[i - 1].time >= pause,
    );
    const [typed, scan] = [presses.slice(0, Math.max(0, at)), presses.slice(at)];
    const isTyped =
        /^[0-9]{1,5}([.,][0-9]{1,3})?$/.test(meant(typed).text) &&
        isGtin(meant(scan).text) &&
        !isGtin(meant(presses).text);
    return at > 0 && isTyped ? [typed, scan] : [[], presses];
}

/**
 * Two codes of products that ran together are two scans; anything else is one, and
 * what nobody knows is set aside as it is.
 * @returns {string[]} at least one
 */
export function codesOf(text) {
    const parts = text.split(/[\r\n\t]+/).filter((part) => part.trim());
    return (parts.length ? parts : [text]).flatMap(apart);
}

function apart(text) {
    const code = text.trim();
    if (!/^[0-9]{16,28}$/.test(code) || ELEMENTS.test(code)) {
        return [code];
    }
    const cuts = LENGTHS.filter((length) => LENGTHS.includes(code.length - length));
    const halves = cuts.map((length) => [code.slice(0, length), code.slice(length)]);
    const found = halves.filter((both) => both.every(isGtin));
    const alike = found.find(([one, other]) => one.length === other.length);
    return alike ?? (found.length === 1 ? found[0] : [code]);
}

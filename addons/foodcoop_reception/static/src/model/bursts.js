import { isGtin } from "./code.js";
import { meant } from "./layouts.js";

/** Which codes came in one go. */

const LENGTHS = [13, 8, 12, 14];
/** GS1 element strings begin with an identifier: what follows is one code, not two. */
const ELEMENTS = /^(\][A-Za-z][0-9]|\u001d|\(?0[012]\)?[0-9]{14})/;

/** A product's number with more behind it: a lot, a date, a weight. */
const ITEM = /^(?:\][A-Za-z][0-9]|\u001d)?\(?0[12]\)?([0-9]{14})/;

/**
 * What a person typed and did not end before the scanner came is theirs. A scanner that
 * stopped in between sent no whole code after its pause, or did not stop so long.
 *
 * @param {{time: number}[]} presses one a character
 * @param {object} times of `KeyReader`: `SILENCE`, `PATIENCE`, `QUICK`, `SCAN_LENGTH`
 * @returns {[object[], object[]]} what was typed, which may be nothing, and the scan
 */
export function apartFromTyped(presses, times) {
    const gap = (i) => presses[i].time - presses[i - 1].time;
    const at = presses.findLastIndex((_one, i) => i && gap(i) >= times.SILENCE);
    if (at < 1) {
        return [[], presses];
    }
    const [typed, scan] = [presses.slice(0, at), presses.slice(at)];
    const isApart =
        (isBurst(scan, times) && gap(at) >= times.PATIENCE) ||
        (isWhole(meant(scan).text) && !isGtin(meant(presses).text));
    return isApart ? [typed, scan] : [[], presses];
}

/** No person is so quick. */
export function isBurst(presses, { SCAN_LENGTH, QUICK }) {
    return presses.length >= SCAN_LENGTH && slowestOf(presses) < QUICK;
}

/** The longest time between two keys (milliseconds). */
export function slowestOf(presses) {
    return presses.reduce(
        (most, { time }, i) => Math.max(most, i && time - presses[i - 1].time),
        0,
    );
}

/** A product's number can be known by its check digit. */
function isWhole(text) {
    return isGtin(text) || isGtin(ITEM.exec(text)?.[1] ?? "");
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

import { add } from "./tally.js";

/** Pack sizes as people speak of them: `packs` is a list of `[name, content]`. */

/**
 * The packs that a quantity makes: 13 is 1 case of 12 and 1.
 * @returns {{packs: number, pack: string, rest: number} | null}
 */
export function inPacks(quantity, packs) {
    const fits = packs.filter(([, size]) => size > 1 && size <= quantity);
    const whole = fits.find(([, size]) => Number.isInteger(quantity / size));
    const [pack, size] = whole ?? fits[0] ?? [];
    if (!pack) {
        return null;
    }
    const count = Math.floor(quantity / size);
    return { packs: count, pack, rest: add(quantity, -count * size) };
}

/**
 * Packs were counted as single pieces, or pieces as packs: the count differs from the
 * order by just the content of a pack.
 * @returns {{pack: string, size: number} | null}
 */
export function mixedUp(ordered, counted, packs) {
    const same = (a, b) => Math.abs(a - b) < 0.0005;
    const found = packs.find(
        ([, size]) =>
            size > 1 &&
            (same(counted, ordered * size) || same(counted * size, ordered)),
    );
    return found && ordered && counted ? { pack: found[0], size: found[1] } : null;
}

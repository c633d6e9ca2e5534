const MINUTE = 60_000;
/** From here on cold goods have stood too long. */
export const LATE = 20;

/**
 * How long cold goods have waited, until the last of them is counted.
 * @param {object[]} all the rows of the overview
 * @param {number} opened when the delivery was opened, milliseconds of this terminal
 * @returns {{minutes: number, late: boolean} | null} null when nothing cold is left
 */
export function coldWait(all, opened, now) {
    if (!all.some((row) => row.cold && row.state === "open")) {
        return null;
    }
    const minutes = Math.max(0, Math.floor((now - opened) / MINUTE));
    return { minutes, late: minutes >= LATE };
}

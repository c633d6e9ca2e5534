/** What a camera sees is not what somebody scans: a code lies there for a while. */

/** A code that was out of sight for less than this never left (milliseconds). */
const GONE = 700;

/** Says of each look at the picture which codes are new in it. */
export class Watch {
    constructor() {
        this.seen = new Map();
    }

    /**
     * @param {string[]} codes what is in the picture now
     * @param {number} time milliseconds
     * @returns {string[]} those that came into it
     */
    look(codes, time) {
        const fresh = codes.filter((code) => !(time - this.seen.get(code) < GONE));
        for (const code of codes) {
            this.seen.set(code, time);
        }
        return [...new Set(fresh)];
    }
}

/** How long a button is held for what cannot be undone, in milliseconds. */
export const HOLD = 1000;
/** A second press counts when it is no double tap, and not forgotten. */
const SOON = 500;
const FORGOTTEN = 8000;

/** Held for a second, or pressed twice: both say that it is meant. */
export class Hold {
    constructor() {
        this.since = null;
        this.pressed = null;
    }

    /** @returns {boolean} this is the second press, and it is meant */
    down(now) {
        this.since = now;
        const after = this.pressed === null ? 0 : now - this.pressed;
        return after >= SOON && after <= FORGOTTEN;
    }

    /** @returns {"held" | "short" | "none"} */
    up(now) {
        if (this.since === null) {
            return "none";
        }
        const isHeld = now - this.since >= HOLD;
        this.since = null;
        this.pressed = isHeld ? null : now;
        return isHeld ? "held" : "short";
    }

    /** The finger slid off: nothing was meant. */
    cancel() {
        this.since = null;
    }
}

/** The server's clock on a device whose own may be a day off. */

/** The server tells whole seconds, and an answer is under way for a while. */
const TRIFLE = 2000;

export class Clock {
    /** @param {number} offset milliseconds that the server is ahead of this device */
    constructor(offset = 0) {
        this.offset = Number.isFinite(offset) ? offset : 0;
        this.last = 0;
    }

    /**
     * @param {number} told the server's time in an answer, milliseconds; NaN if none
     * @param {number} asked by this device's clock
     * @param {number} answered by this device's clock
     */
    learn(told, asked, answered) {
        const ahead = told + 500 - (asked + answered) / 2;
        if (Math.abs(ahead - this.offset) > TRIFLE + (answered - asked) / 2) {
            this.offset = ahead;
        }
    }

    /** ISO 8601; later at each call, also when the device's clock is set back. */
    now(local) {
        this.last = Math.max(Math.round(local + this.offset), this.last + 1);
        return new Date(this.last).toISOString();
    }
}

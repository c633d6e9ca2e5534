/** So long after a touch the same finger may come down again by habit (milliseconds). */
const TWICE = 300;
/** A finger comes down twice within (pixels). */
const NEAR = 32;

/**
 * Who knows double clicks touches twice. The second one is no answer to what has moved
 * under the finger meanwhile: the next line of a list, the next question.
 */
export class Touches {
    constructor() {
        this.last = { time: -Infinity, x: 0, y: 0, thing: "" };
    }

    /**
     * @param {{time: number, x: number, y: number, thing: string}} touch `thing` says
     *     what was touched; two that say the same are one
     * @returns {boolean} it was not meant
     */
    isStray(touch) {
        const { last } = this;
        const isAgain =
            touch.time - last.time < TWICE &&
            Math.hypot(touch.x - last.x, touch.y - last.y) < NEAR;
        const isStray = isAgain && touch.thing !== last.thing;
        this.last = isStray ? { ...touch, thing: last.thing } : touch;
        return isStray;
    }
}

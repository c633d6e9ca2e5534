import { pause } from "../model/queue.js";

/**
 * Looks at the server again and again while somebody looks at the page: every two
 * seconds, less often while the server is out of reach.
 */
export class Live {
    /** @param {() => Promise<void>} look throws when the server was not reached */
    constructor(look) {
        this.look = look;
        this.failures = 0;
        this.wake = () => this.schedule(0);
        addEventListener("online", this.wake);
        document.addEventListener("visibilitychange", this.wake);
        this.schedule(pause(0));
    }

    schedule(delay) {
        clearTimeout(this.timer);
        if (!document.hidden && !this.stopped) {
            this.timer = setTimeout(() => this.tick(), delay);
        }
    }

    async tick() {
        const run = (this.run = {});
        const reached = await this.look().then(
            () => true,
            () => false,
        );
        this.failures = reached ? 0 : this.failures + 1;
        if (run === this.run) {
            this.schedule(pause(this.failures));
        }
    }

    stop() {
        this.stopped = true;
        clearTimeout(this.timer);
        removeEventListener("online", this.wake);
        document.removeEventListener("visibilitychange", this.wake);
    }
}

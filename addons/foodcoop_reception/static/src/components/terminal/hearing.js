import { nameOfBadge } from "../../device/badge.js";
import { personOfBadge, stillHere, today } from "../../device/people.js";
import { KeyReader } from "../../model/keys.js";
import { isCard } from "../../model/trial.js";
import { isWeight } from "../../model/typed.js";
import { byCode, cards } from "../../model/waiting.js";
import { _t } from "../../words.js";

/** What a scan or a number means, on the screen that is shown. */
export class Hearing {
    constructor(terminal) {
        this.terminal = terminal;
    }

    hear(kind, text, about) {
        const isScan = kind === "scan";
        if (isScan && (this.terminal.state.trial.on || isCard(text))) {
            this.tryOut({ text, about });
        } else if (isScan) {
            this.goods(text);
        } else if (this.isCounting && !this.terminal.state.settings) {
            this.type(kind, text);
        }
    }

    get isCounting() {
        const { counter, asking } = this.terminal.state;
        return Boolean(counter) && !asking;
    }

    /** Nothing can be added to it; what waits for the network can be counted on. */
    get isReceived() {
        const { counter } = this.terminal.state;
        const outcome = counter?.closing.outcome(counter.view.result);
        return Boolean(outcome) && !outcome.waiting;
    }

    /** The test of the scanner, wherever its card is scanned. */
    tryOut(scan) {
        Object.assign(this.terminal.state, {
            settings: true,
            trial: { on: true, scan },
        });
    }

    /** Goods, a badge or an order's paper; more urgent than any setting. */
    goods(text) {
        const { settings, asking } = this.terminal.state;
        if (settings) {
            this.terminal.closeSettings();
        }
        if (this.isReceived) {
            this.openByCode(text);
        } else if (this.isCounting) {
            this.terminal.state.typed = "";
            stillHere(this.terminal.state.person);
            this.scan(text);
        } else if (asking) {
            this.badge(text);
        } else {
            this.openByCode(text);
        }
    }

    async badge(code) {
        await this.terminal.attempt(async () => {
            const name = await nameOfBadge(code);
            if (name) {
                this.terminal.change({ name, badge: name === code ? "" : code });
            } else {
                this.terminal.state.problem = _t(
                    "Nobody here has this badge. Touch or type your name.",
                );
            }
        });
    }

    /** The code on an order's paper opens its delivery. */
    async openByCode(code) {
        const find = () => byCode(cards(this.terminal.state.deliveries, today()), code);
        if (this.isReceived || !find()) {
            await this.terminal.list(); // what was known of an order ended with its close
        }
        const card = find();
        if (card) {
            await this.terminal.open({ pickings: card.pickings });
            return;
        }
        this.terminal.state.problem ||= _t(
            "No delivery that waits has the code %(code)s. If it is a product: choose its delivery first.",
            { code: code.slice(0, 40) },
        );
    }

    type(kind, text) {
        const { counter } = this.terminal.state;
        const isShort = text.length < KeyReader.SCAN_LENGTH || isWeight(text);
        this.terminal.state.typed = kind === "typing" && isShort ? text : "";
        stillHere(this.terminal.state.person);
        if (kind === "number" && !counter.view.panel) {
            counter.view.pad = null;
            counter.set(Number(text));
        }
    }

    scan(text) {
        const person = personOfBadge(text);
        if (person) {
            this.terminal.change({ name: person }); // somebody else goes on
            return;
        }
        this.terminal.state.screen = "counting"; // one more was found while finishing
        const { counter } = this.terminal.state;
        counter.endPad();
        Object.assign(counter.view, { panel: "", result: null });
        counter.scan(text);
    }
}

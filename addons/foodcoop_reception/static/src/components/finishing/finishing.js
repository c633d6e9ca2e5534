import { Component, onWillUnmount, useState } from "@odoo/owl";
import { alike, checks, confirmAll, told } from "../../model/finish.js";
import { _t, amount, number } from "../../words.js";
import { asked, difference } from "../counting/sentences.js";
import { factWords } from "../facts/words.js";
import { HoldButton } from "../hold/hold_button.js";
import { NotePrices } from "../note_prices/note_prices.js";
import { Question } from "./question.js";
import { Received } from "./received.js";

/** Before closing: one question for each line that differs, then the note's total. */
export class Finishing extends Component {
    static template = "foodcoop_reception.Finishing";
    static components = { HoldButton, NotePrices, Question, Received };
    static props = {
        counter: Object,
        attempt: Function,
        onCount: Function,
        onDone: Function,
    };

    setup() {
        const { view } = this.props.counter;
        this.view = useState(view);
        this.desk = useState(this.props.counter.desk.view);
        this.state = useState({ busy: false, left: false });
        view.panel = "finishing"; // digits typed here are no count
        onWillUnmount(() => {
            view.panel = view.panel === "finishing" ? "" : view.panel;
        });
    }

    get session() {
        return this.props.counter.session;
    }

    get checks() {
        return this.view.flash && checks(this.session, this.view.rows);
    }

    get asked() {
        return this.checks.filter(({ by }) => !by);
    }

    get answer() {
        const { closing } = this.props.counter;
        return closing.outcome(this.view.result, this.desk.wishes);
    }

    get answered() {
        return this.checks.filter(({ by }) => by);
    }

    get told() {
        return told(this.view.rows);
    }

    get unknown() {
        const { length } = this.view.surprises.unknown;
        const isAsked = length && !this.state.left;
        return isAsked
            ? _t("Codes that nobody knows: %(count)s", { count: number(length) })
            : "";
    }

    get isCounted() {
        const { rows, surprises } = this.view;
        const isAny = rows.some((row) => row.counted !== undefined);
        return isAny || surprises.extra.length > 0;
    }

    get left() {
        return this.asked.length + (this.unknown ? 1 : 0);
    }

    get title() {
        if (!this.isCounted) {
            return _t("Nothing is counted yet");
        }
        if (this.left) {
            return _t("Is this right?");
        }
        const isAsOrdered = !this.answered.length && !this.told.length;
        return isAsOrdered ? _t("Everything is as ordered") : _t("Everything is said");
    }

    get closeWords() {
        if (!this.left) {
            return this.state.busy
                ? _t("It is being closed…")
                : _t("Close the delivery");
        }
        return this.left === 1
            ? _t("1 question is left")
            : _t("%(count)s questions are left", { count: this.left });
    }

    /** What may be said in one touch. */
    get atOnce() {
        return alike(this.asked);
    }

    get atOnceWords() {
        const count = number(this.atOnce.length);
        if (this.atOnce[0].kind === "open") {
            return _t("%(count)s not counted: not delivered", { count });
        }
        return this.atOnce.every(({ gap }) => gap < 0)
            ? _t("All %(count)s: not delivered", { count })
            : _t("All %(count)s are so", { count });
    }

    sayAtOnce() {
        return this.props.counter.apply(confirmAll(this.session, this.atOnce));
    }

    answerWords({ row, gap }) {
        return gap < 0
            ? _t("%(count)s not delivered", { count: amount(-gap, row.unit) })
            : difference(row);
    }

    toldWords(row) {
        return factWords(row, (product) => this.session.name(product)).join(" · ");
    }

    notOrdered({ counted }) {
        return _t("%(count)s, not ordered", { count: number(counted) });
    }

    /** A question of the count itself: a date that is past. */
    get questionWords() {
        return asked(this.view.question, this.view.active);
    }

    settle(choice) {
        return this.props.attempt(() => this.props.counter.settle(choice));
    }

    identify() {
        this.view.panel = "identify";
        this.props.onCount();
    }

    async close() {
        this.state.busy = true;
        await this.props.attempt(async () => {
            this.view.result = await this.props.counter.close(false);
        });
        this.state.busy = false;
    }
}

import { Component, useState } from "@odoo/owl";
import { today } from "../../device/people.js";
import { dated } from "../../model/facts.js";
import { asOrdered, confirm, missingIsDamaged } from "../../model/finish.js";
import { _t, amount } from "../../words.js";
import { difference, orderedWords, packWords } from "../counting/sentences.js";
import { DateStep } from "../facts/date_step.js";

/** One line that differs: one question, large answers. */
export class Question extends Component {
    static template = "foodcoop_reception.Question";
    static components = { DateStep };
    static props = { check: Object, counter: Object, onCount: Function };

    setup() {
        this.state = useState({ asksDate: false });
    }

    get check() {
        return this.props.check;
    }

    /** What is the matter. */
    get gap() {
        const { kind, row } = this.check;
        return kind === "date" ? _t("which date, which lot?") : difference(row);
    }

    get details() {
        const { row } = this.check;
        const ordered = orderedWords(row);
        return row.counted === undefined
            ? ordered
            : _t("counted %(count)s, %(ordered)s", {
                  count: amount(row.counted, row.unit),
                  ordered,
              });
    }

    get answers() {
        return this[`${this.check.kind}Answers`]();
    }

    openAnswers() {
        return [
            this.answer(_t("Not delivered"), confirm),
            { text: _t("It is here: count it"), does: () => this.count() },
            this.answer(_t("It came damaged"), missingIsDamaged),
        ];
    }

    shortAnswers() {
        return [
            this.answer(_t("Not delivered"), confirm),
            { text: _t("Count it again"), does: () => this.count() },
            this.answer(_t("It came damaged"), missingIsDamaged),
        ];
    }

    overAnswers() {
        return [
            this.answer(_t("Yes, so many came"), confirm),
            { text: _t("Count it again"), does: () => this.count() },
        ];
    }

    packsAnswers() {
        const { inOrder, inCount } = this.check;
        return [
            this.answer(this.thereAre(inOrder), asOrdered),
            this.answer(this.thereAre(inCount), confirm),
        ];
    }

    dateAnswers() {
        const nothing = (session, { row }) => dated(session, row.product, {}, today());
        const ask = () => {
            this.state.asksDate = true;
        };
        return [
            { text: _t("Say the date or the lot"), does: ask },
            this.answer(_t("Nothing is on it"), nothing),
        ];
    }

    thereAre({ quantity, inPacks }) {
        const { unit } = this.check.row;
        const words = packWords({ counted: quantity, unit, inPacks });
        return _t("There are %(count)s", { count: words || amount(quantity, unit) });
    }

    answer(text, action) {
        const { counter } = this.props;
        const does = () => counter.apply(action(counter.session, this.check));
        return { text, does };
    }

    /** Back to the count, with this product in hand. */
    async count() {
        await this.props.counter.choose(this.check.row.product);
        this.props.onCount();
    }

    tellDate(told) {
        const { counter } = this.props;
        this.state.asksDate = false;
        return counter.apply(
            dated(counter.session, this.check.row.product, told, today()),
        );
    }
}

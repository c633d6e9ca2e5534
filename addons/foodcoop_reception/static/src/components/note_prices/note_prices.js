import { Component, useState } from "@odoo/owl";
import { agreeing, bill, isLargeChange, sums, totalOf } from "../../model/prices.js";
import { _t, money } from "../../words.js";
import { Pad, padNumber } from "../pad/pad.js";

/** The delivery note's total, for who wants to compare it; its prices if it differs. */
export class NotePrices extends Component {
    static template = "foodcoop_reception.NotePrices";
    static components = { Pad };
    static props = { counter: Object };

    setup() {
        this.view = useState(this.props.counter.view);
        this.state = useState({ asks: null, text: "", doubts: false });
    }

    get bill() {
        const { delivery } = this.props.counter;
        return bill(delivery.lines, this.view.rows);
    }

    get total() {
        return this.view.flash && totalOf(this.props.counter.session.history());
    }

    get agrees() {
        return agreeing(this.total, this.bill);
    }

    money(value) {
        return money(value, this.props.counter.delivery.currency);
    }

    get sentence() {
        const { net, gross } = sums(this.bill);
        const values = { total: this.money(this.total), net: this.money(net) };
        return {
            net: () => _t("The total is right: %(total)s without taxes.", values),
            gross: () => _t("The total is right: %(total)s with taxes.", values),
            as_ordered: () =>
                _t(
                    "The note charges all that was ordered, also what is missing. The office will see it.",
                ),
            null: () =>
                _t(
                    "The note says %(total)s. What came costs %(net)s, %(gross)s with taxes. Is a price another one?",
                    { ...values, gross: this.money(gross) },
                ),
        }[this.agrees]();
    }

    perUnit({ price, unit }) {
        return _t("%(price)s per %(unit)s", { price: this.money(price), unit });
    }

    ask(asks, text = "") {
        Object.assign(this.state, { asks, text, doubts: false });
    }

    get title() {
        const { asks } = this.state;
        return asks === "total" ? _t("Total of the delivery note?") : asks.name;
    }

    get value() {
        const value = padNumber(this.state.text);
        return value > 0 && value < 10_000_000 ? value : null;
    }

    get doubt() {
        const { asks } = this.state;
        return _t("From %(before)s to %(after)s: is that right?", {
            before: this.money(asks.was),
            after: this.money(this.value),
        });
    }

    tell() {
        const { asks, doubts } = this.state;
        if (this.value === null) {
            return;
        }
        const isLarge = asks !== "total" && isLargeChange(asks.was, this.value);
        if (isLarge && !doubts) {
            this.state.doubts = true;
            return;
        }
        const { session } = this.props.counter;
        const [kind, product] =
            asks === "total" ? ["total", null] : ["price", asks.product];
        const told = { price: this.value };
        this.ask(null);
        this.props.counter.apply(session.tell(kind, product, 0, told));
    }
}

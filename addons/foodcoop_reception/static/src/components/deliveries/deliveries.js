import { Component, useState } from "@odoo/owl";
import { today } from "../../device/people.js";
import { cards, together } from "../../model/waiting.js";
import { _t, day, products } from "../../words.js";
import { WithoutOrder } from "../without_order/without_order.js";

/** The waiting deliveries as large cards. */
export class Deliveries extends Component {
    static template = "foodcoop_reception.Deliveries";
    static components = { WithoutOrder };
    static props = {
        deliveries: Array,
        person: String,
        attempt: Function,
        onPerson: Function,
        onOpen: Function,
        onRefresh: Function,
    };

    setup() {
        this.state = useState({ which: null, came: {}, withoutOrder: false });
    }

    get cards() {
        return cards(this.props.deliveries, today());
    }

    details({ orders, lines, date, rest }) {
        const names = orders.join(", ");
        const told = {
            orders: rest ? _t("%(orders)s (the rest)", { orders: names }) : names,
            products: products(lines),
            day: day(date),
        };
        return _t("order %(orders)s, %(products)s, %(day)s", told);
    }

    counting({ counting }) {
        const people = counting?.join(", ");
        if (!people) {
            return _t("being counted");
        }
        return counting.length > 1
            ? _t("%(people)s are counting", { people })
            : _t("%(people)s is counting", { people });
    }

    /** Of several orders of a supplier all have come, until somebody says no. */
    choose(card) {
        const which = together(this.cards, card);
        if (which.length === 1) {
            this.props.onOpen(card.which ?? { pickings: card.pickings });
            return;
        }
        this.state.which = which;
        this.state.came = Object.fromEntries(which.map((one) => [one.key, true]));
    }

    get chosen() {
        return this.state.which.filter((card) => this.state.came[card.key]);
    }

    get count() {
        const all = this.chosen.reduce((sum, card) => sum + card.lines, 0);
        return _t("Count %(products)s", { products: products(all) });
    }

    open() {
        const pickings = this.chosen.flatMap((card) => card.pickings);
        this.state.which = null;
        this.props.onOpen({ pickings });
    }
}

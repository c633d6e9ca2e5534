import { Component, useState } from "@odoo/owl";
import { changeOf } from "../../model/tally.js";
import { amount, time } from "../../words.js";
import { eventWords, labelWords } from "../facts/words.js";

const PAGE = 60;

/** Everything that was counted here, the newest first; any of it can be taken back. */
export class Events extends Component {
    static template = "foodcoop_reception.Events";
    static props = { counter: Object };

    setup() {
        this.view = useState(this.props.counter.view);
        this.state = useState({ shown: PAGE });
    }

    get entries() {
        return this.view.flash && this.history.slice(0, this.state.shown);
    }

    get history() {
        return this.props.counter.session.history();
    }

    more() {
        this.state.shown += PAGE;
    }

    name(event) {
        const { session } = this.props.counter;
        const [product] = changeOf(event, session.stands.links);
        return session.name(product || event.product) || event.code;
    }

    /** By how much it changed the count. */
    change(event) {
        const { session } = this.props.counter;
        const [product, change] = changeOf(event, session.stands.links);
        const unit = session.expected.get(product)?.unit;
        return product ? (change > 0 ? "+" : "") + amount(change, unit) : "";
    }

    /** What else it told. */
    told(event) {
        const { session } = this.props.counter;
        const [product] = changeOf(event, session.stands.links);
        const unit = session.expected.get(event.product)?.unit;
        return product
            ? ""
            : eventWords({ unit, ...event }, (one) => session.name(one));
    }

    /** When, who, and what the label said besides. */
    when(event) {
        const label = event.kind === "date" ? [] : labelWords(event);
        return [time(event.at), event.person, ...label].filter(Boolean).join(", ");
    }
}

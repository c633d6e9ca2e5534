import { Component } from "@odoo/owl";
import { _t, day } from "../../words.js";

/** The waiting deliveries as large cards. */
export class Deliveries extends Component {
    static template = "foodcoop_reception.Deliveries";
    static props = {
        deliveries: Array,
        user: String,
        onOpen: Function,
        onRefresh: Function,
    };

    details({ order, lines, date }) {
        return _t("order %(order)s, %(lines)s products, %(day)s", {
            order,
            lines,
            day: day(date),
        });
    }
}

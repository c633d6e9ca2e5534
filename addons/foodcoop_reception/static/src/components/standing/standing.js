import { Component, useState } from "@odoo/owl";
import { _t } from "../../words.js";

/** How the count stands: what is saved where, who else counts, what to know. */
export class Standing extends Component {
    static template = "foodcoop_reception.Standing";
    static props = { counter: Object };

    setup() {
        this.view = useState(this.props.counter.view);
        this.desk = useState(this.props.counter.desk.view);
    }

    get saved() {
        const { waiting, online } = this.view;
        if (!waiting && online) {
            return { tone: "done", mark: "✓", text: _t("all saved") };
        }
        if (!waiting) {
            return { tone: "ask", mark: "?", text: _t("no network") };
        }
        const text = _t("%(count)s kept here, not yet on the server", {
            count: waiting,
        });
        return { tone: online ? "info" : "ask", mark: online ? "i" : "?", text };
    }

    /** What a person should know while it lasts. */
    get remarks() {
        const { closed, keeps, tabs } = this.view;
        return [
            closed && _t("this delivery is closed"),
            tabs && _t("another tab of this terminal counts it, too"),
            !keeps && _t("this terminal keeps nothing: each scan goes to the server"),
            keeps && !this.desk.reloads && _t("a reload needs the network"),
        ].filter(Boolean);
    }
}

/** Where the scans of a counted product are: one mark here, two on the server, too. */
export class Saved extends Component {
    static template = "foodcoop_reception.Saved";
    static props = { counter: Object, row: Object };

    setup() {
        this.view = useState(this.props.counter.view);
    }

    get isHere() {
        return this.view.here.has(this.props.row.product);
    }

    get isCounted() {
        return this.props.row.counted !== undefined;
    }

    get title() {
        return this.isHere ? _t("saved here") : _t("saved on the server");
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, onWillUnmount, useEffect, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { nextStep } from "../../model/progress.js";

const EVERY = 1000;

/** Looks on while a list is read; closing it stops nothing. */
export class Progress extends Component {
    static template = "foodcoop_catalogue_list.Progress";
    static props = { ...standardWidgetProps };

    setup() {
        this.orm = useService("orm");
        this.state = useState({ percent: 0, polls: 0, late: false });
        useEffect(
            (state) => this.watch(state),
            () => [this.props.record.data.state],
        );
        onWillUnmount(() => clearTimeout(this.timer));
    }

    watch(state) {
        clearTimeout(this.timer);
        if (state === "reading") {
            Object.assign(this.state, { percent: 0, polls: 0, late: false });
            this.asked = false;
            this.look();
        }
    }

    async look() {
        const told = await this.call("reading_progress").catch(() => null);
        if (this.__owl__.status >= 2) {
            return; // the person went elsewhere
        }
        this.state.percent = told?.percent ?? this.state.percent;
        this.state.polls += 1;
        const { done, readNow, late } = nextStep(told, this.state.polls, this.asked);
        this.state.late = late;
        if (done) {
            await this.props.record.load();
            return;
        }
        if (readNow) {
            this.readNow();
        }
        this.timer = setTimeout(() => this.look(), EVERY);
    }

    /** Reads in a request of its own; its end is seen by looking on. */
    readNow() {
        this.asked = true;
        this.state.late = false;
        this.call("action_read_now").catch(() => (this.asked = false));
    }

    async cancel() {
        await this.call("action_cancel");
    }

    call(method) {
        const { resModel, resId } = this.props.record;
        return this.orm.silent.call(resModel, method, [[resId]]);
    }
}

registry.category("view_widgets").add("catalogue_progress", { component: Progress });

// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, markup, onWillStart, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { choices, colour, columnChange, place, rowChange } from "../../model/repair.js";

const MODEL = "foodcoop.catalogue.import";

/** The list as it was sent; each column says what it is taken for, and can be told. */
export class Repair extends Component {
    static template = "foodcoop_catalogue_list.Repair";
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ busy: false, page: null, view: "" });
        this.helpers = { choices, colour };
        onWillStart(() => this.show({}));
    }

    get importId() {
        const { context, params } = this.props.action;
        return Number(context?.active_id || params?.active_id);
    }

    get page() {
        return this.state.page;
    }

    get shown() {
        const { sheet, first } = this.page || { sheet: false, first: 1 };
        return { sheet, first };
    }

    get sentences() {
        return (this.page.check?.sentences || []).map((sentence) => markup(sentence));
    }

    get pictureUrl() {
        return `/foodcoop_catalogue_list/page/${this.importId}/${this.page.page}`;
    }

    /** A PDF is shown as its page, unless a person prefers the cells or has no picture. */
    get onPage() {
        return this.page.page > 0 && this.state.view !== "cells";
    }

    get boxedColumns() {
        return this.page.columns.filter(({ box }) => box);
    }

    get boxedRows() {
        return this.page.rows.filter(({ box }) => box);
    }

    columnLabel({ column, title }) {
        return _t("Column %(number)s %(title)s", { number: column, title });
    }

    place(box) {
        const [width, height] = this.page.size;
        return place(box, { width, height });
    }

    /** Make a change, if any; show that part of the list, or the one that is shown. */
    async show(wish) {
        if (this.state.busy) {
            return;
        }
        this.state.busy = true;
        const { change, sheet, first } = { change: false, ...this.shown, ...wish };
        try {
            const values = [[this.importId], change, sheet, first];
            this.state.page = await this.orm.call(MODEL, "repair_page", values);
        } finally {
            this.state.busy = false;
        }
    }

    setRole(column, ev) {
        const role = ev.target.value;
        return this.show({ change: columnChange(this.page.sheet, column, role) });
    }

    toggleRow(row) {
        return this.show({ change: rowChange(this.page.sheet, row) });
    }

    takeIn({ sheet, row, text }) {
        return this.show({ change: { what: "row", sheet, row, text, keep: true } });
    }

    answer(code, ev) {
        return this.show({
            change: { what: "answer", code, value: ev.target.value },
        });
    }

    /** Back to where one came from; to the list itself where nobody came from it. */
    done() {
        if (this.env.config.breadcrumbs?.length > 1) {
            return this.env.config.historyBack();
        }
        return this.action.doAction(
            {
                type: "ir.actions.act_window",
                res_model: MODEL,
                res_id: this.importId,
                views: [[false, "form"]],
            },
            { stackPosition: "replaceCurrentAction" },
        );
    }
}

registry.category("actions").add("foodcoop_catalogue_list.repair", Repair);

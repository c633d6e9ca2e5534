// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, markup, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";
import { SelectCreateDialog } from "@web/views/view_dialogs/select_create_dialog";

/** "Is this right?": one question at a time, then five sentences, Yes and No. */
export class CheckField extends Component {
    static template = "foodcoop_catalogue_list.Check";
    static props = { ...standardFieldProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.dialog = useService("dialog");
        this.state = useState({ busy: false, typed: "" });
    }

    get check() {
        return this.props.record.data[this.props.name] || {};
    }

    /** The server has escaped what the file says; only the bold is ours. */
    get sentences() {
        return (this.check.sentences || []).map((sentence) => markup(sentence));
    }

    async answer(value) {
        const { code, about } = this.check.question;
        await this.tell("answer", code, about, value);
        this.state.typed = "";
    }

    chooseSupplier() {
        this.dialog.add(SelectCreateDialog, {
            title: _t("Whose list is this?"),
            resModel: "res.partner",
            multiSelect: false,
            context: {
                res_partner_search_mode: "supplier",
                list_view_ref: "foodcoop_catalogue_list.view_supplier_list",
            },
            onSelected: ([id]) => this.tell("answer", "supplier", "", id),
        });
    }

    async yes() {
        await this.go("action_yes");
    }

    async no() {
        await this.go("action_no");
    }

    async otherFile() {
        await this.tell("action_other_file");
    }

    async go(method) {
        const next = await this.tell(method);
        if (next) {
            this.action.doAction(next);
        }
    }

    /** Call the server once, whatever is pressed meanwhile, and show the new state. */
    async tell(method, ...values) {
        if (this.state.busy) {
            return undefined;
        }
        this.state.busy = true;
        const { record } = this.props;
        try {
            const said = await this.orm.call(record.resModel, method, [
                [record.resId],
                ...values,
            ]);
            await record.load();
            return said;
        } finally {
            this.state.busy = false;
        }
    }
}

registry.category("fields").add("catalogue_check", {
    component: CheckField,
    supportedTypes: ["json"],
});

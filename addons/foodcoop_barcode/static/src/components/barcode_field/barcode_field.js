import { Component, onWillStart, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { CharField, charField } from "@web/views/fields/char/char_field";
import { explain } from "../../model/explain.js";
import { measuresOf } from "../../model/measure.js";
import { remark } from "./remark.js";

/** A product's barcode, with one line under it: what the code is, or what is wrong. */
export class BarcodeField extends Component {
    static template = "foodcoop_barcode.BarcodeField";
    static components = { CharField };
    static props = { ...CharField.props, pack: { type: Boolean, optional: true } };

    setup() {
        this.measures = useService("foodcoop_barcode.measures");
        this.state = useState({ typed: null, rules: null });
        onWillStart(async () => {
            this.state.rules = await this.measures.rules();
        });
    }

    get code() {
        return this.state.typed ?? (this.props.record.data[this.props.name] || "");
    }

    get charProps() {
        const { pack: _, ...props } = this.props;
        return props;
    }

    get remark() {
        const code = this.props.readonly ? "" : this.code.trim();
        return code && remark(explain(code, this.state.rules), this.props.pack);
    }

    onInput(ev) {
        this.state.typed = ev.target.value;
    }

    /** From here on the record's value is shown: typed, saved or discarded. */
    onChange() {
        this.state.typed = null;
    }
}

export const barcodeField = {
    ...charField,
    component: BarcodeField,
    extractProps: (field, dynamic) => ({
        ...charField.extractProps(field, dynamic),
        pack: Boolean(field.options.pack),
    }),
};

registry.category("fields").add("foodcoop_barcode", barcodeField);

/** How this shop reads price and weight labels: asked once a page. */
registry.category("services").add("foodcoop_barcode.measures", {
    dependencies: ["orm"],
    start(env, { orm }) {
        let asked;
        const ask = () =>
            orm.silent.call("foodcoop.barcode.range", "measure_rules", []);
        return {
            rules() {
                asked ??= ask().then(measuresOf, () => null);
                return asked;
            },
        };
    },
});

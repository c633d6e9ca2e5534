import { Component, onWillStart, useEffect, useState } from "@odoo/owl";
import { localization } from "@web/core/l10n/localization";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { KeepLast } from "@web/core/utils/concurrency";
import { useService } from "@web/core/utils/hooks";
import { useDebounced } from "@web/core/utils/timing";
import { CharField, charField } from "@web/views/fields/char/char_field";
import { explain } from "../../model/explain.js";
import { measuresOf } from "../../model/measure.js";
import { remark, together } from "./remark.js";

const PAUSE = 250; // milliseconds without a key: then the shop is asked

/** A product's barcode, with one line under it: what the code is, or what is wrong. */
export class BarcodeField extends Component {
    static template = "foodcoop_scan.BarcodeField";
    static components = { CharField };
    static props = { ...CharField.props, pack: { type: Boolean, optional: true } };

    setup() {
        this.measures = useService("foodcoop_scan.measures");
        this.orm = useService("orm");
        this.state = useState({ typed: null, rules: null, shop: null });
        this.answers = new KeepLast();
        this.askSoon = useDebounced(() => this.ask(), PAUSE);
        onWillStart(async () => {
            this.state.rules = await this.measures.rules();
        });
        useEffect(
            () => this.refuse(),
            () => [this.props.record.data[this.props.name]],
        );
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
        const { shop } = this.state;
        return code && together(this.ofDigits(code), shop?.code === code && shop.said);
    }

    ofDigits(code) {
        const tongue = { _t, point: localization.decimalPoint };
        return remark(explain(code, this.state.rules), tongue, this.props.pack);
    }

    /** Whose code it is here; without an answer the digits alone are explained. */
    async ask() {
        const code = this.code.trim();
        if (!code || this.ofDigits(code).refused) {
            return;
        }
        const said = await this.answers.add(
            this.orm.silent
                .call("product.product", "remark_on_code", [code, this.bearer])
                .catch(() => null),
        );
        this.state.shop = { code, said };
    }

    /** The product that the code is typed on, as the server knows it. */
    get bearer() {
        const { resModel, resId, data } = this.props.record;
        return this.props.pack
            ? ["product.product", data.product_id?.id || false]
            : [resModel, resId || false];
    }

    /** A code typed here that cannot be is not saved; one that was there may stay. */
    refuse() {
        if (this.touched && this.remark?.refused) {
            this.props.record.setInvalidField(this.props.name);
        }
    }

    onInput(ev) {
        this.touched = true;
        this.state.typed = ev.target.value;
        this.askSoon();
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

registry.category("fields").add("foodcoop_scan", barcodeField);

/** How this shop reads price and weight labels: asked once a page. */
registry.category("services").add("foodcoop_scan.measures", {
    dependencies: ["orm"],
    start(env, { orm }) {
        let asked;
        const ask = () => orm.silent.call("product.product", "scan_measures", []);
        return {
            rules() {
                asked ??= ask().then(measuresOf, () => null);
                return asked;
            },
        };
    },
});

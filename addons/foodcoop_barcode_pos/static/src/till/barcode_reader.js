import { BarcodeReader } from "@point_of_sale/app/services/barcode_reader_service";
import { patch } from "@web/core/utils/patch";
import { SHORTEST_CODE } from "./number_question";

patch(BarcodeReader.prototype, {
    /** Set while a question is open: a few quick keys are its answer, not a code. */
    isPersonTyping: false,

    scan(code) {
        if (this.isPersonTyping && code?.length < SHORTEST_CODE) {
            return Promise.resolve();
        }
        return super.scan(code);
    },

    /** The shop's own labels come before the rules of the nomenclature. */
    async _scan(code) {
        if (!code || this.exclusiveCbMap) {
            await super._scan(code);
            return;
        }
        for (const { foodcoopLabel } of this.cbMaps) {
            if (await foodcoopLabel?.(code)) {
                return;
            }
        }
        await this._scanAndExplain(code);
    },

    /** The next scan waits until it is told what became of this one. */
    async _scanAndExplain(code) {
        this.scanned = { code, missed: null };
        try {
            await super._scan(code);
        } finally {
            const { missed } = this.scanned;
            this.scanned = null;
            await (missed && this._explainer?.(code, missed.type));
        }
    },

    get _explainer() {
        return [...this.cbMaps].find((map) => map.foodcoopUnknown)?.foodcoopUnknown;
    },

    /** Odoo's own answer on screens that cannot sell. */
    showNotFoundNotification(parsed) {
        if (this.scanned && this._explainer) {
            this.scanned.missed = parsed;
        } else if (this._explainer && !this.exclusiveCbMap) {
            const explain = this._explainer; // told late: Odoo does not wait for GS1
            this.mutex.exec(() => explain(parsed.code, parsed.type));
        } else {
            super.showNotFoundNotification(parsed);
        }
    },
});

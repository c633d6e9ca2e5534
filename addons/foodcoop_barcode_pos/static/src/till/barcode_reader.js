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
        if (code && !this.exclusiveCbMap) {
            for (const { foodcoopLabel } of this.cbMaps) {
                if (await foodcoopLabel?.(code)) {
                    return;
                }
            }
        }
        await super._scan(code);
    },
});

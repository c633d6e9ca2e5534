import { PosOrderline } from "@point_of_sale/app/models/pos_order_line";
import { patch } from "@web/core/utils/patch";
import { withCode } from "../model/sale";

/** A line remembers the codes it was scanned by, for the register of numbers. */
patch(PosOrderline.prototype, {
    setOptions(options) {
        super.setOptions(options);
        this.noteScan(options.code?.scanned ?? options.code?.code);
    },

    noteScan(code) {
        if (code) {
            this.scanned_codes = withCode(this.scanned_codes, code);
        }
    },

    merge(line) {
        super.merge(line);
        for (const code of (line.scanned_codes || "").split(" ")) {
            this.noteScan(code);
        }
    },
});

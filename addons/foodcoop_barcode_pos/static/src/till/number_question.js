import { NumberPopup as Base } from "@point_of_sale/app/components/popups/number_popup/number_popup";
import { useBus, useService } from "@web/core/utils/hooks";

/** The shortest code there is: fewer characters in a burst were typed by a person. */
export const SHORTEST_CODE = 8;

/**
 * Odoo's question for a number, deaf to scanners: a code scanned meanwhile ends with
 * Enter, and would otherwise answer with some of its digits. The name is Odoo's, for
 * the keyboard is heard by that name only.
 */
export const NumberQuestion = class NumberPopup extends Base {
    setup() {
        super.setup();
        this.scanned = false;
        useBus(useService("barcode").bus, "barcode_scanned", ({ detail }) => {
            this.scanned = detail.barcode.length >= SHORTEST_CODE;
        });
    }

    confirm() {
        if (this.scanned) {
            this.scanned = false;
            this.numberBuffer.capture();
            this.numberBuffer.reset();
            this.state.buffer = "";
        } else {
            super.confirm();
        }
    }
};

import { ProductScreen } from "@point_of_sale/app/screens/product_screen/product_screen";
import { useBarcodeReader } from "@point_of_sale/app/hooks/barcode_reader_hook";
import { patch } from "@web/core/utils/patch";
import { WeighedSale } from "./weighed_sale";

patch(ProductScreen.prototype, {
    setup() {
        super.setup();
        this.weighedSale = new WeighedSale(this);
        useBarcodeReader({ foodcoopLabel: (code) => this.weighedSale.sellLabel(code) });
    },

    /** Odoo looks up main codes only when a product is not on the till yet. */
    async _getProductByBarcode(code) {
        return (
            (await super._getProductByBarcode(code)) ||
            (await this._getProductBySecondCode(code.base_code))
        );
    },

    async _getProductBySecondCode(barcode) {
        await this.pos.loadNewProducts([
            ["product_variant_ids.product_uom_ids.barcode", "in", [barcode]],
        ]);
        return this.pos.models["product.uom"].getBy("barcode", barcode)?.product_id;
    },

    /** Goods sold by weight are never "one": whoever scans or touches them weighs. */
    async _barcodeProductAction(code) {
        if (code.type === "product" && !this.weighedSale.isPack(code.base_code)) {
            const product = await this._getProductByBarcode(code);
            if (product && this.weighedSale.isWeighed(product)) {
                await this.weighedSale.sellWeighed(product, { scanned: code.code });
                return;
            }
        }
        await super._barcodeProductAction(code);
    },

    async addProductToOrder(template) {
        const [product] = template.product_variant_ids;
        if (template.isConfigurable() || !this.weighedSale.isWeighed(product)) {
            await super.addProductToOrder(template);
            return;
        }
        await this.weighedSale.sellWeighed(product);
        this.showOptionalProductPopupIfNeeded(template);
    },
});

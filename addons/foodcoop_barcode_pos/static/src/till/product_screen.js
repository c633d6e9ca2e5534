import { ProductScreen } from "@point_of_sale/app/screens/product_screen/product_screen";
import { useBarcodeReader } from "@point_of_sale/app/hooks/barcode_reader_hook";
import { ConnectionLostError } from "@web/core/network/rpc";
import { patch } from "@web/core/utils/patch";
import { UnknownScan } from "./unknown_scan";
import { WeighedSale } from "./weighed_sale";

/** Without the network a till knows what it has; that is no error. */
async function orNothing(asking) {
    try {
        return await asking;
    } catch (error) {
        if (error instanceof ConnectionLostError) {
            return undefined;
        }
        throw error;
    }
}

patch(ProductScreen.prototype, {
    setup() {
        super.setup();
        this.weighedSale = new WeighedSale(this);
        this.unknownScan = new UnknownScan(this, this.weighedSale);
        useBarcodeReader({
            foodcoopLabel: (code) => this.weighedSale.sellLabel(code),
            foodcoopUnknown: (code, type) => this.unknownScan.answer(code, type),
        });
    },

    /** Odoo looks up main codes only when a product is not on the till yet. */
    async _getProductByBarcode(code) {
        return (
            (await orNothing(super._getProductByBarcode(code))) ||
            (await orNothing(this._getProductBySecondCode(code.base_code)))
        );
    },

    async _getPartnerByBarcode(code) {
        return orNothing(super._getPartnerByBarcode(code));
    },

    async _getProductBySecondCode(barcode) {
        await this.pos.loadNewProducts([
            ["product_variant_ids.product_uom_ids.barcode", "in", [barcode]],
        ]);
        return this.pos.models["product.uom"].getBy("barcode", barcode)?.product_id;
    },

    /** Goods sold by weight are never "one": whoever scans or touches them weighs. */
    async _barcodeProductAction(code) {
        const product = await this._getProductByBarcode(code);
        const isOne =
            code.type === "product" && !this.weighedSale.isPack(code.base_code);
        if (!product) {
            this.barcodeReader.showNotFoundNotification(code);
        } else if (isOne && this.weighedSale.isWeighed(product)) {
            await this.weighedSale.sellWeighed(product, { scanned: code.code });
        } else {
            await super._barcodeProductAction(code);
        }
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

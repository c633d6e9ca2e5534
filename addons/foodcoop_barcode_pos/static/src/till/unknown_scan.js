import { ConnectionLostError } from "@web/core/network/rpc";
import {
    codesToAsk,
    findAgain,
    labelIn,
    measureIn,
    readOnce,
    told,
    wayOf,
} from "../model/again";
import { MOST_KILOS } from "./weighed_sale";

/** A scan that Odoo finds nothing for: sold after all, or explained. */
export class UnknownScan {
    constructor(screen, weighedSale) {
        this.screen = screen;
        this.pos = screen.pos;
        this.weighedSale = weighedSale;
        this.questions = weighedSale.questions;
    }

    /** @param {string} [type] what the rules of the nomenclature took it for */
    async answer(raw, type) {
        const said = readOnce(raw, this.weighedSale.measures);
        const label = labelIn(said);
        if (label && (await this.weighedSale.sellLabel(label))) {
            return;
        }
        const found = await this.find(said);
        const way = wayOf(found);
        if (
            way === "sell" ||
            (way === "ask" && (await this.questions.isItMeant(found)))
        ) {
            await this.sell(found);
        } else if (way === "refuse") {
            await this.questions.refuseScan(raw, found, type);
        }
    }

    /** On the till, then in the shop; without the network the till answers alone. */
    async find(said) {
        const here = this.findHere(said);
        if (wayOf(here) !== "refuse" || here.reason === "several_products") {
            return here;
        }
        try {
            return await this.findInShop(said);
        } catch (error) {
            if (error instanceof ConnectionLostError) {
                return { ...here, isOffline: true };
            }
            throw error;
        }
    }

    findHere(said) {
        return findAgain(said, [...this.bearers()]);
    }

    async findInShop(said) {
        const codes = codesToAsk(said);
        if (codes.length) {
            await this.pos.loadNewProducts([
                "|",
                ["product_variant_ids.barcode", "in", codes],
                ["product_variant_ids.product_uom_ids.barcode", "in", codes],
            ]);
        }
        const loaded = this.findHere(said);
        if (wayOf(loaded) !== "refuse") {
            return loaded;
        }
        const asked = ["product.product", "resolve_scan", [said.input]];
        return told(loaded, await this.pos.data.call(...asked));
    }

    *bearers() {
        for (const product of this.pos.models["product.product"].getAll()) {
            if (product.barcode) {
                yield this.bearer(product, product.barcode, product.uom_id);
            }
        }
        for (const { barcode, product_id, uom_id } of this.pos.models[
            "product.uom"
        ].getAll()) {
            if (product_id) {
                yield this.bearer(product_id, barcode, uom_id);
            }
        }
    }

    bearer(product, barcode, unit) {
        const { weighedSale } = this;
        const isWeighed = weighedSale.isWeighed(product);
        return {
            barcode,
            productId: product.id,
            uomId: unit.id,
            ownUomId: product.uom_id.id,
            name: product.display_name,
            factor: unit.factor / product.uom_id.factor,
            perKg: isWeighed ? weighedSale.unitsOfAKilo(product) : null,
            unitPrice: product.lst_price,
        };
    }

    /** Under the code the product has here, as if that had been scanned. */
    async sell(found) {
        const { barcode, quantity, explanation } = found;
        if (
            explanation.label &&
            (await this.weighedSale.sellLabel(explanation.digits))
        ) {
            return;
        }
        const product = this.pos.models["product.product"].get(found.productId);
        const measure = measureIn(found);
        if (measure && this.weighedSale.isWeighed(product)) {
            await this.weighedSale.sell(product, measure, MOST_KILOS);
            return;
        }
        const counted =
            quantity > 1 ? { type: "quantity", value: quantity } : { type: "product" };
        await this.screen._barcodeProductAction({
            ...counted,
            code: barcode,
            base_code: barcode,
        });
    }
}

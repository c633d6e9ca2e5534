import { unframe } from "@foodcoop_scan/model/clean";
import { measureOf, measuresOf } from "@foodcoop_scan/model/measure";
import { quantityFor, round, unitPriceFor, verdict } from "../model/sale";
import { Questions } from "./questions";

export const MOST_KILOS = 99.999;
/** Asked about where too few were sold to know what is usual. */
const UNUSUAL_KILOS = 10;

/** Sells what a price or weight label says, and weighs what has no label. */
export class WeighedSale {
    constructor(screen) {
        const { pos, dialog, sound, barcodeReader: reader } = screen;
        this.screen = screen;
        this.pos = pos;
        this.questions = new Questions({
            dialog,
            reader,
            sound,
            currency: pos.currency,
            sentences: pos.config._foodcoop_weighing.sentences,
        });
        this.rules = pos.config._foodcoop_weighing;
        this.measures = measuresOf(this.rules.measures);
        this.kilogram = pos.models["uom.uom"].get(this.rules.kilogram);
    }

    /** Sells a label of the shop's ranges; false when it is none of them. */
    async sellLabel(raw) {
        const code = unframe(raw).text;
        const measure = measureOf(code, this.measures);
        if (!measure) {
            return false;
        }
        const read = measure.read(code);
        const label = { ...read, value: Number(read.value), kind: measure.kind };
        if (label.value && this.pos.models["product.product"].getBy("barcode", code)) {
            return false; // a product has this very code: no label
        }
        const base = { code: label.base, base_code: label.base };
        const product = await this.screen._getProductByBarcode(base);
        const most = Number(measure.decimal("9".repeat(measure.valueDigits)));
        await this.sell(product, label, most);
        this.screen.numberBuffer.reset();
        return true;
    }

    sell(product, label, most) {
        const sale = { value: label.value, scanned: label.base, most };
        const { questions } = this;
        const ways = {
            damaged: () => questions.refuseVerifier(product, label.kind, label.value),
            unknown: () => questions.refuseUnknown(label.kind, label),
            piece: () => questions.refuseByThePiece(product),
            price: () => this.sellPriced(product, sale),
            weight: () => this.sellWeighed(product, sale),
        };
        const known = { isKnown: Boolean(product), isWeighed: this.isWeighed(product) };
        return ways[verdict(label, known)]();
    }

    /** The customer pays what the label says; the weight follows from it. */
    async sellPriced(product, { value, scanned, most }) {
        const price = value || (await this.questions.askPrice(product, most));
        if (!price) {
            return;
        }
        const quantity = this.isWeighed(product)
            ? await this.weightOf(product, price)
            : 1;
        if (!quantity) {
            return;
        }
        const line = await this.addLine(
            product,
            { qty: quantity, price_unit: price / quantity },
            scanned,
        );
        if (line) {
            line.setQuantity(quantity, true);
            line.price_unit = unitPriceFor(price, quantity, (unitPrice) => {
                line.price_unit = unitPrice;
                return Math.abs(line.priceIncl);
            });
        }
    }

    /** How much a price buys, in the product's unit; asked where it cannot be so. */
    async weightOf(product, price) {
        const kiloPrice = this.kiloPrice(product);
        const units = this.unitsOfAKilo(product);
        if (!kiloPrice) {
            const weight = await this.questions.askWeight(product, 0, MOST_KILOS);
            return this.rounded(product, (weight || 0) * units);
        }
        const quantity = quantityFor(price, kiloPrice / units, product.uom_id.rounding);
        return (await this.isPlausible(product, quantity / units, price)) && quantity;
    }

    async sellWeighed(product, { value, scanned, most = MOST_KILOS } = {}) {
        const kiloPrice = this.kiloPrice(product);
        const weight =
            value || (await this.questions.askWeight(product, kiloPrice, most));
        if (weight && (await this.isPlausible(product, weight, weight * kiloPrice))) {
            const qty = this.rounded(product, weight * this.unitsOfAKilo(product));
            await this.addLine(product, { qty }, scanned);
        }
        this.screen.numberBuffer.reset();
    }

    /** Odoo's own way in: it asks for a lot where the product has lots. */
    addLine(product, values, scanned) {
        return this.pos.addLineToCurrentOrder(
            {
                product_id: product,
                product_tmpl_id: product.product_tmpl_id,
                ...values,
            },
            { code: { type: "label", code: "", scanned } },
            false,
        );
    }

    async isPlausible(product, weight, price) {
        const bound = this.rules.heaviest[product.id] ?? UNUSUAL_KILOS;
        return weight <= bound || this.questions.isItReally(product, weight, price);
    }

    isWeighed(product) {
        const family = (unit) => unit?.parent_path?.split("/")[0];
        return family(product?.uom_id) === family(this.kilogram);
    }

    /** A code of a whole crate says how much is in it. */
    isPack(code) {
        const pack = this.pos.models["product.uom"].getBy("barcode", code);
        return Boolean(pack && pack.uom_id.id !== pack.product_id?.uom_id.id);
    }

    unitsOfAKilo(product) {
        return this.kilogram.factor / product.uom_id.factor;
    }

    rounded(product, quantity) {
        return round(quantity, product.uom_id.rounding);
    }

    /** What a kilo costs this customer, tax included. */
    kiloPrice(product) {
        const order = this.pos.getOrder();
        const quantity = this.unitsOfAKilo(product);
        const overridedValues = { quantity };
        if (order.pricelist_id) {
            overridedValues.pricelist = order.pricelist_id;
        }
        if (order.fiscal_position_id) {
            overridedValues.fiscalPosition = order.fiscal_position_id;
        }
        return product.getTaxDetails({ overridedValues }).total_included;
    }
}

/**
 * How many labels go wrong at a till, as JSON: node totals.js COUNT
 *
 * Every label is printed as a scale does: weight times price of a kilo, to the cent.
 */
import {
    quantityFor,
    round,
    unitPriceFor,
} from "../../../addons/foodcoop_barcode_pos/static/src/model/sale.js";

const [ODOO_STEP, GRAM] = [0.01, 0.001]; // "Product Unit" as Odoo has it, and as we do
const cents = (amount) => Math.round(Number((amount * 100).toPrecision(12)));

function* labels(count) {
    let state = 2026;
    const next = (from, to) => {
        state = (state * 48271) % 2147483647;
        return from + (state % (to - from + 1));
    };
    for (let i = 0; i < count; i++) {
        const [weight, kilo] = [next(20, 3_000) / 1000, next(50, 5_000) / 100];
        yield { weight, kilo, price: cents(weight * kilo) / 100 };
    }
}

/** What a line comes to when the price is turned into a rounded weight, and no more. */
const recomputed = ({ price, kilo }) => cents(round(price / kilo, ODOO_STEP) * kilo);

function ours({ price, kilo }) {
    const quantity = quantityFor(price, kilo, GRAM);
    const totalOf = (unitPrice) => cents(unitPrice * quantity) / 100;
    return { quantity, total: cents(totalOf(unitPriceFor(price, quantity, totalOf))) };
}

const all = [...labels(Number(process.argv[2]))].filter(({ price }) => price >= 0.01);
const share = (wrong) => (100 * all.filter(wrong).length) / all.length;
/** The label itself knows the weight to half a cent only, the stock to half a gram. */
const farFrom = (quantity, { weight, kilo }) =>
    Math.abs(quantity - weight) > 0.005 / kilo + GRAM / 2 + 1e-9;

process.stdout.write(
    JSON.stringify({
        totalOurs: share((label) => ours(label).total !== cents(label.price)),
        totalOdoo: share((l) => recomputed(l) !== cents(l.price)),
        stockOurs: share((label) => farFrom(ours(label).quantity, label)),
        stockOdoo: share((label) => farFrom(1, label)),
        weightOurs: share(({ weight }) => round(weight, GRAM) !== weight),
        weightOdoo: share(({ weight }) => round(weight, ODOO_STEP) !== weight),
    }),
);

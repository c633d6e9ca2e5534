/** The delivery note's total against what was counted at the order's prices. */

const SHARE = 0.005; // 0.5 %
const ROUNDING = 0.05; // a line
const LARGE_CHANGE = 0.2;

const cents = (amount) => Math.round(amount * 100) / 100;

/** What of a product lies on which line, in their order; what is too much on the last. */
function laidOn(lines, count) {
    let left = count;
    return lines.map((line, i) => {
        const here = i === lines.length - 1 ? left : Math.min(left, line.ordered);
        left -= here;
        return here;
    });
}

/**
 * One row a line that has a price, what costs most first. A note charges what came, the
 * damaged goods among it, without what is free.
 * @returns {{product: number, name: string, price: number, unit: string, amount: number,
 *     was: number, asOrdered: number, tax: number, quantity: number}[]} `amount` without
 *     taxes; `quantity` in units of the price; `was` is the order's price
 */
export function bill(lines, rows) {
    const billed = rows.flatMap((row) => {
        const own = lines.filter((line) => line.product === row.product);
        const charged = Math.max(0, (row.counted ?? 0) - row.facts.free);
        const laid = laidOn(own, charged);
        return own.map((line, i) => charge(line, laid[i], row.facts.price));
    });
    return billed
        .filter((one) => one.was && (one.quantity || one.asOrdered))
        .sort((a, b) => b.amount - a.amount);
}

function charge(line, quantity, noted) {
    const content = line.price_content || 1;
    const price = noted ?? line.price;
    return {
        line: line.line,
        product: line.product,
        name: line.name,
        unit: line.price_unit,
        was: line.price,
        price,
        quantity: quantity / content,
        tax: line.tax ?? 0,
        amount: cents((quantity / content) * price),
        asOrdered: cents((line.ordered / content) * line.price),
    };
}

export function sums(billed) {
    const sum = (value) => cents(billed.reduce((all, one) => all + value(one), 0));
    return {
        net: sum(({ amount }) => amount),
        gross: sum(({ amount, tax }) => amount * (1 + tax)),
        ordered: sum(({ asOrdered }) => asOrdered),
        orderedGross: sum(({ asOrdered, tax }) => asOrdered * (1 + tax)),
    };
}

/**
 * What a total says: "net" or "gross" when it is what came, without or with taxes;
 * "as_ordered" when the note charges the whole order; null when it is none of them.
 */
export function agreeing(total, billed) {
    const { net, gross, ordered, orderedGross } = sums(billed);
    const allowed = (sum) => Math.max(SHARE * sum, ROUNDING * billed.length);
    const isNear = (sum) => Math.abs(total - sum) <= allowed(sum) + 1e-9;
    const kinds = [
        ["net", net],
        ["gross", gross],
        ["as_ordered", ordered],
        ["as_ordered", orderedGross],
    ];
    return kinds.find(([, sum]) => isNear(sum))?.[0] ?? null;
}

/** A price that changed so much may be mistyped. */
export function isLargeChange(before, after) {
    return Math.abs(after - before) > LARGE_CHANGE * before + 1e-9;
}

/** The note's total that was told last, or null. */
export function totalOf(history) {
    return history.find((event) => event.kind === "total")?.price ?? null;
}

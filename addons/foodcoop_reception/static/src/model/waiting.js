/** The deliveries that wait, as cards: those that are counted together are one. */

/** @returns {object[]} each with its `pickings`, `orders`, `lines`, `codes` and `cold` */
export function cards(deliveries, today) {
    const byCount = new Map();
    for (const delivery of deliveries) {
        const key = delivery.reception ? `r${delivery.reception}` : delivery.picking;
        const card = byCount.get(key);
        if (card) {
            merge(card, delivery);
        } else {
            byCount.set(key, asCard(delivery, key));
        }
    }
    // What is due comes before what is not, and of that the cold goods first.
    const rank = (card) => (card.date > today ? 2 : 0) + (card.cold ? 0 : 1);
    return [...byCount.values()].sort(
        (a, b) => rank(a) - rank(b) || a.date.localeCompare(b.date),
    );
}

function asCard(delivery, key) {
    const { picking, order, codes = [] } = delivery;
    return {
        ...delivery,
        key,
        pickings: [picking],
        orders: [order],
        codes: [...codes],
    };
}

function merge(card, delivery) {
    card.pickings.push(delivery.picking);
    card.orders.push(delivery.order);
    card.codes.push(...(delivery.codes ?? []));
    card.lines += delivery.lines;
    card.cold ||= delivery.cold;
    card.rest &&= delivery.rest;
}

/** What may have come with it: other orders of its supplier that nobody counts yet. */
export function together(all, card) {
    if (card.reception) {
        return [card];
    }
    const others = all.filter(
        (one) => one.key !== card.key && !one.reception && one.partner === card.partner,
    );
    return [card, ...others];
}

/** The card whose order or delivery has this code. */
export function byCode(all, code) {
    const wanted = code.trim().toUpperCase();
    return all.find((card) => card.codes.some((one) => one.toUpperCase() === wanted));
}

import { _t, amount, money, number, shortDay } from "../../words.js";

/** What is told of a product, in a few words. */

const REFUSED = {
    damaged: (count) => _t("%(count)s damaged", { count }),
    expired: (count) => _t("%(count)s with a short date", { count }),
    warm: (count) => _t("%(count)s not cold enough", { count }),
    quality: (count) => _t("%(count)s of poor quality", { count }),
    wrong: (count) => _t("%(count)s wrong", { count }),
};

function refused(reason, quantity, unit) {
    const count = amount(quantity, unit);
    return REFUSED[reason]?.(count) ?? _t("%(count)s not kept", { count });
}

const free = (quantity, unit) =>
    _t("%(count)s free of charge", { count: amount(quantity, unit) });
const insteadOf = (name) => _t("instead of %(name)s", { name });
const before = (date) => _t("best before %(date)s", { date: shortDay(date) });

const lotted = (lot) => _t("lot %(lot)s", { lot });

/** The date and the lot that a label or a person told. */
export function labelWords({ expiry, lot }) {
    return [expiry && before(expiry), lot && lotted(lot)].filter(Boolean);
}

/** @param {(product: number) => string} name of a product */
export function factWords({ facts, unit }, name) {
    return [
        ...Object.entries(facts.refused).map(([reason, n]) => refused(reason, n, unit)),
        facts.free && free(facts.free, unit),
        ...facts.instead.map((other) => insteadOf(name(other))),
        facts.expiry && before(facts.expiry),
        ...facts.lots.map(lotted),
        ...facts.notes,
    ].filter(Boolean);
}

const EVENTS = {
    unknown: () => _t("to identify"),
    link: ({ quantity }) => _t("code = %(count)s of", { count: number(quantity) }),
    refuse: ({ reason, quantity, unit }) => refused(reason, quantity, unit),
    free: ({ quantity, unit }) => free(quantity, unit),
    replace: ({ other }, name) => insteadOf(name(other)),
    date: (event) => labelWords(event)[0] ?? _t("no date on it"),
    price: ({ price }) => _t("price %(price)s", { price: money(price) }),
    total: ({ price }) => _t("total %(price)s", { price: money(price) }),
    note: ({ note, quantity, unit }) => note || confirmed(quantity, unit),
};

function confirmed(gap, unit) {
    const count = amount(Math.abs(gap), unit);
    return gap < 0
        ? _t("%(count)s not delivered", { count })
        : _t("%(count)s too many, really", { count });
}

/** What an event that changes no count has told; `unit` is its product's. */
export function eventWords(event, name) {
    return EVENTS[event.kind]?.(event, name) ?? _t("a remark");
}

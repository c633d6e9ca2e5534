import { _t, money, number, shortDay } from "../../words.js";

/** What is told of a product, in a few words. */

const REFUSED = {
    damaged: (count) => _t("%(count)s damaged", { count }),
    expired: (count) => _t("%(count)s with a short date", { count }),
    warm: (count) => _t("%(count)s not cold enough", { count }),
    quality: (count) => _t("%(count)s of poor quality", { count }),
    wrong: (count) => _t("%(count)s wrong", { count }),
};

function refused(reason, quantity) {
    const count = number(quantity);
    return REFUSED[reason]?.(count) ?? _t("%(count)s not kept", { count });
}

const free = (quantity) => _t("%(count)s free of charge", { count: number(quantity) });
const insteadOf = (name) => _t("instead of %(name)s", { name });
const before = (date) => _t("best before %(date)s", { date: shortDay(date) });

const lotted = (lot) => _t("lot %(lot)s", { lot });

/** The date and the lot that a label or a person told. */
export function labelWords({ expiry, lot }) {
    return [expiry && before(expiry), lot && lotted(lot)].filter(Boolean);
}

/** @param {(product: number) => string} name of a product */
export function factWords({ refused: reasons, ...facts }, name) {
    return [
        ...Object.entries(reasons).map(([reason, n]) => refused(reason, n)),
        facts.free && free(facts.free),
        ...facts.instead.map((other) => insteadOf(name(other))),
        facts.expiry && before(facts.expiry),
        ...facts.lots.map(lotted),
        ...facts.notes,
    ].filter(Boolean);
}

const EVENTS = {
    unknown: () => _t("to identify"),
    link: ({ quantity }) => _t("code = %(count)s of", { count: number(quantity) }),
    refuse: ({ reason, quantity }) => refused(reason, quantity),
    free: ({ quantity }) => free(quantity),
    replace: ({ other }, name) => insteadOf(name(other)),
    date: (event) => labelWords(event)[0] ?? _t("no date on it"),
    price: ({ price }) => _t("price %(price)s", { price: money(price) }),
    total: ({ price }) => _t("total %(price)s", { price: money(price) }),
    note: ({ note, quantity }) => note || confirmed(quantity),
};

function confirmed(gap) {
    const count = number(Math.abs(gap));
    return gap < 0
        ? _t("%(count)s not delivered", { count })
        : _t("%(count)s too many, really", { count });
}

/** What an event that changes no count has told. */
export function eventWords(event, name) {
    return EVENTS[event.kind]?.(event, name) ?? _t("a remark");
}

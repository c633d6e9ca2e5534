import { separatorsRemoved, unframe } from "../../model/clean.js";

/** One line about a code: what it is, or what is wrong with it and what to do. */

/**
 * How people here read: `_t` translates, `point` stands before decimals.
 * @typedef {{_t: (text: string, values?: object) => string, point: string}} Tongue
 */

/** What no scanner will ever find: the form is not saved with it. */
const WRONG = { tone: "text-danger", icon: "fa-times-circle", refused: true };
const ASKS = { tone: "text-warning-emphasis", icon: "fa-question-circle" };
const TELLS = { tone: "text-muted", icon: "fa-info-circle" };

const REFUSED = {
    empty: (said, { _t }) => _t("This is no code. Type its digits, or leave it empty."),
    check_digit: ({ expected }, { _t }) =>
        _t(
            "The last digit should be %(expected)s: one of the digits is wrong. Compare them with the label.",
            { expected },
        ),
    too_few_digits: digitsAstray,
    too_many_digits: digitsAstray,
    not_digits: (said, { _t }) =>
        _t("Only the digits 0 to 9 make a barcode. Type it again."),
    verifier: (said, { _t }) =>
        _t("The value on this label contradicts its own check."),
    gs1_128_unreadable: (said, { _t }) =>
        _t("This label has a part that cannot be, such as a date that does not exist."),
    digits_lost: (said, { _t }) =>
        _t("A spreadsheet has shortened this code and digits are lost."),
};

/** Twelve and fourteen digits may be a code; these are not, whatever the length. */
function digitsAstray({ decoded }, { _t }) {
    return ["12", "14"].includes(decoded.length)
        ? _t(
              "%(length)s digits, and the last does not fit: one is wrong, missing or too many. Compare them with the label.",
              decoded,
          )
        : _t("%(length)s digits: a barcode has 8, 12, 13 or 14.", decoded);
}

const KINDS = {
    gtin13: (said, { _t }) => _t("International number (GTIN)."),
    gtin8: (said, { _t }) => _t("Short international number (GTIN-8)."),
    upca: (said, { _t }) =>
        _t("American number (UPC), the same as with a zero in front."),
    upce: ({ decoded }, { _t }) =>
        _t("Short American number, stands for %(upca)s.", { upca: decoded.upca }),
    gtin14_itf14: (said, { _t }) =>
        _t("The number of a case. Put it on the pack, not on the product."),
    gs1_128: (said, { _t }) =>
        _t("A logistic label. Only its product number belongs here."),
    rcn_region: (said, { _t }) =>
        _t("A shop's own number: it may mean something else elsewhere."),
    rcn_company: (said, { _t }) =>
        _t("A shop's own number: it may mean something else elsewhere."),
    rcn8: (said, { _t }) => _t("A shop's own short number."),
    isbn_issn: (said, { _t }) => _t("A book, a magazine or sheet music."),
    coupon_refund: (said, { _t }) =>
        _t("A voucher or a coupon, no product. Type the product's own code."),
    price_embedded: ({ decoded, reason }, { _t, point }) =>
        reason === "measure_is_zero"
            ? _t("Price labels: item %(item)s.", decoded)
            : _t("Price label: item %(item)s, %(price)s.", figures(decoded, point)),
    weight_embedded: ({ decoded, reason }, { _t, point }) =>
        reason === "measure_is_zero"
            ? _t("Weight labels: item %(item)s.", decoded)
            : _t("Weight label: item %(item)s, %(kg)s kg.", figures(decoded, point)),
    count_embedded: ({ decoded }, { _t }) =>
        _t("Label with a count: item %(item)s, %(count)s pieces.", decoded),
};

/** Nothing that a shop's scanner reads, and yet somebody may want it. */
const OWN_WAYS = {
    text: (said, { _t }) =>
        _t("No number: only labels that you print yourself can carry it."),
    plu_or_menu_number: (said, { _t }) =>
        _t("A short number as on a scale's key, no barcode."),
};
const ON_PACKS = ["gtin14_itf14", "gs1_128"];

const TONES = { wrong: { ...WRONG, refused: false }, asks: ASKS };

/**
 * The one line: what the shop knows of a code comes before what its digits say, but
 * not before what is wrong with them.
 * @param {object} own by remark()
 * @param {{tone: "wrong" | "asks", text: string} | false | null} shop as the server says
 */
export function together(own, shop) {
    return own.refused || !shop ? own : { ...TONES[shop.tone], text: shop.text };
}

/**
 * @param {object} said by explain()
 * @param {Tongue} tongue
 * @param {boolean} pack the code is a pack's, not the product's own
 */
export function remark(said, tongue, pack = false) {
    const own = OWN_WAYS[said.class] ?? OWN_WAYS[said.reason];
    if (own) {
        return { ...TELLS, text: own(said, tongue) };
    }
    if (said.valid === "0") {
        return { ...WRONG, text: REFUSED[said.reason](said, tongue) };
    }
    return altered(said, tongue) ?? kind(said, tongue, pack);
}

/** A code that a scanner will never send as it stands here. */
function altered(said, { _t }) {
    if (said.valid === "repair") {
        const code = said.decoded.original;
        const text = _t("Something happened to this code. Was %(code)s meant?", {
            code,
        });
        return { ...ASKS, text };
    }
    if (said.class === "dirty_input") {
        const code = separatorsRemoved(unframe(said.input).text);
        const text = _t("Scanners send digits only: type %(code)s.", { code });
        return { ...ASKS, text };
    }
    return null;
}

/** Price and weight as people here write them: 2,65 EUR in French. */
function figures({ item, price = "", kg = "" }, point) {
    return { item, price: price.replace(".", point), kg: kg.replace(".", point) };
}

function kind(said, tongue, pack) {
    const { _t } = tongue;
    const text = KINDS[said.holds](said, tongue);
    if (said.label && said.reason !== "measure_is_zero") {
        const base = _t("Its product has the code %(base)s.", { base: said.code });
        return { ...WRONG, text: `${text} ${base}` };
    }
    if (ON_PACKS.includes(said.holds)) {
        return pack
            ? { ...TELLS, text: _t("The number of a case.") }
            : { ...ASKS, text };
    }
    return { ...(said.holds === "coupon_refund" ? WRONG : TELLS), text };
}

import { add } from "../../model/tally.js";
import { _t, amount } from "../../words.js";

/** Every sentence that a count can say, by its reason. */
const SENTENCES = {
    counted: () => _t("Scan the next product, or change the number."),
    chosen: () => _t("Change the number, or scan the next product."),
    set: () => _t("Noted. Scan the next product."),
    undone: () => _t("Taken back."),
    not_ordered: () => _t("This was not ordered. It is noted; the office decides."),
    unknown_code: ({ code }) =>
        _t(
            "Nobody knows the code %(code)s. It is noted: put the product aside, go on.",
            {
                code: code.slice(0, 40),
            },
        ),
    nothing_chosen: () => _t("Scan or touch a product first, then say how many."),
    impossible_quantity: () =>
        _t("That number is too large. How many are there really?"),
    nothing_to_undo: () => _t("There is nothing to take back."),
    cannot_keep: () =>
        _t(
            "Not counted: this terminal cannot keep the scan, and the server did not confirm it. Scan again when the network is back.",
        ),
};
const MARKS = { accept: "✓", ask: "?", refuse: "✕" };

/** @returns {{tone: string, mark: string, text: string}} */
export function sentence(message, active) {
    const { tone, reason } = message;
    if (!reason) {
        return {
            tone: "info",
            mark: "i",
            text: active
                ? _t("Scan the next product, or change the number.")
                : _t("Scan a product, or touch it in the list."),
        };
    }
    return { tone, mark: MARKS[tone], text: SENTENCES[reason](message) };
}

/** What differs from the order, in a few words. */
export function difference(row) {
    const gap = Math.abs(add(row.ordered, -(row.counted ?? 0)));
    const values = { count: amount(gap, row.unit) };
    return {
        open: () => _t("not counted"),
        right: () => _t("as ordered"),
        short: () => _t("%(count)s missing", values),
        over: () => _t("%(count)s too many", values),
    }[row.state]();
}

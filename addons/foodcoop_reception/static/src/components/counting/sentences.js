import { inPacks } from "../../model/packs.js";
import { add } from "../../model/tally.js";
import { _t, amount, number, shortDay } from "../../words.js";

const counted = (active) => amount(active?.counted ?? 0, active?.unit);

/** Every sentence that a count can say, by its reason. */
const SENTENCES = {
    proposed: () =>
        _t("As ordered. Scan the next product; or this one again, to count it."),
    counting: (told, active) =>
        _t("Counting: %(count)s. Scan on, or change the number.", {
            count: counted(active),
        }),
    over: ({ gap }, active) =>
        _t("Noted: %(count)s more than ordered. Scan the next product.", {
            count: amount(gap, active?.unit),
        }),
    chosen: () => _t("Change the number, or scan the next product."),
    set: () => _t("Noted. Scan the next product."),
    settled: () => _t("Noted. Scan the next product."),
    noted: () => _t("Noted. Scan the next product."),
    undone: ({ name }) =>
        name ? _t("Taken back: %(name)s.", { name: short(name) }) : _t("Taken back."),
    not_ordered: () => _t("This was not ordered. It is noted; the office decides."),
    on_other_order: ({ order }) =>
        _t("This is on another order, %(order)s. It is noted.", { order }),
    joined: ({ order }) => _t("Counted together now: %(order)s.", { order }),
    others_added: ({ people, added }, active) =>
        _t("%(people)s counted %(count)s since you looked.", {
            people: people.join(", ") || _t("Somebody"),
            count: amount(added, active?.unit),
        }),
    unknown_code: ({ code }) =>
        _t(
            "Nobody knows the code %(code)s. It is noted: put the product aside, go on.",
            { code: short(code) },
        ),
    linked: ({ code }) => _t("The code %(code)s is known now.", { code: short(code) }),
    nothing_chosen: () => _t("Scan or touch a product first, then say how many."),
    impossible_quantity: () =>
        _t("That number is too large. How many are there really?"),
    more_than_came: (_told, active) =>
        _t("Only %(count)s came. Count first, then say how many are free.", {
            count: counted(active),
        }),
    nothing_to_undo: () => _t("There is nothing to take back."),
    cannot_keep: () =>
        _t(
            "Not counted: this terminal cannot keep the scan, and the server did not confirm it. Scan again when the network is back.",
        ),
};
const MARKS = { accept: "✓", ask: "?", aside: "?", refuse: "✕" };

function short(text) {
    return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Sentences that a question makes needless. */
const PLAIN = ["set", "counting", "noted", "over", "proposed"];

/** @returns {{tone: string, mark: string, text: string}} with the question, if any */
export function sentence(message, active, question) {
    const said = simply(message, active);
    if (!question) {
        return said;
    }
    const { text } = asked(question, active);
    const isPlain = PLAIN.includes(message.reason);
    return { ...said, text: isPlain ? text : `${said.text} ${text}` };
}

function simply({ tone, reason, told }, active) {
    if (!reason) {
        return {
            tone: "info",
            mark: "i",
            text: active
                ? _t("Scan the next product, or change the number.")
                : _t("Scan a product, or touch it in the list."),
        };
    }
    return { tone, mark: MARKS[tone], text: SENTENCES[reason](told, active) };
}

/** What a question asks, and its two answers. */
const QUESTIONS = {
    join: ({ order }) => ({
        text: _t("Has the order %(order)s come, too?", { order }),
        answers: [_t("Yes, count it here"), _t("No, only note this")],
    }),
    others_added: ({ both, alone }, { unit }) => ({
        text: _t("Is your number besides theirs, or is it all there is?"),
        answers: [
            _t("Together %(count)s", { count: amount(both, unit) }),
            _t("In all %(count)s", { count: amount(alone, unit) }),
        ],
    }),
    among: ({ counted: n, both }, { unit }) => ({
        text: _t("Are they among the %(count)s that you counted?", {
            count: amount(n, unit),
        }),
        answers: [
            _t("Yes, %(count)s in all", { count: amount(n, unit) }),
            _t("No, besides: %(count)s in all", { count: amount(both, unit) }),
        ],
    }),
    expired: ({ expiry, kept }, { unit }) => ({
        text: _t("The date %(date)s is past. Refuse or accept?", {
            date: shortDay(expiry),
        }),
        answers: [_t("Refuse %(count)s", { count: amount(kept, unit) }), _t("Accept")],
    }),
    packs_or_pieces: ({ counted: n, ordered, pack, size }, { unit }) => ({
        text: _t("Pieces or packs? Ordered: %(ordered)s.", {
            ordered: amount(ordered, unit),
        }),
        answers: [n, ordered].map((quantity) => {
            const inPack = inPacks(quantity, [[pack, size]]);
            const words = packWords({ counted: quantity, unit, inPacks: inPack });
            return _t("There are %(count)s", {
                count: words || amount(quantity, unit),
            });
        }),
    }),
};

export function asked({ reason, told }, active) {
    return QUESTIONS[reason](told, active);
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

/** What was ordered of a row, in the supplier's packs. */
export function orderedWords(row) {
    const values = {
        quantity: amount(row.ordered, row.unit),
        packs: number(row.packs ?? 0),
        pack: row.pack,
    };
    if (!row.ordered) {
        return _t("not ordered");
    }
    return row.pack
        ? _t("ordered %(quantity)s (%(packs)s × %(pack)s)", values)
        : _t("ordered %(quantity)s", values);
}

/** A figure as people say it: "12 = 1 × case of 12". */
export function packWords({ counted: n, unit, inPacks: made }) {
    if (!made) {
        return "";
    }
    const { packs, pack, rest } = made;
    const values = {
        count: amount(n, unit),
        packs: number(packs),
        pack,
        rest: number(rest),
    };
    return rest
        ? _t("%(count)s = %(packs)s × %(pack)s + %(rest)s", values)
        : _t("%(count)s = %(packs)s × %(pack)s", values);
}

import { printed, sentence } from "@foodcoop_scan/model/topic";
import { ask, makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { AlertDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { formatCurrency } from "@web/core/currency";
import { localization } from "@web/core/l10n/localization";
import { _t } from "@web/core/l10n/translation";
import { formatFloat } from "@web/core/utils/numbers";
import { isSellable, readNumber } from "../model/sale";
import { NumberQuestion } from "./number_question";

const GRAMS = 3;
const LONGEST_TITLE = 32;
/** What Odoo's rules call the cards of people. */
const CARDS = ["client", "cashier"];

/** Everything the till asks or refuses about a label, in its own words. */
export class Questions {
    constructor({ dialog, reader, sound, currency, sentences }) {
        this.dialog = dialog;
        this.reader = reader;
        this.sound = sound;
        this.currency = currency;
        this.sentences = sentences;
    }

    kilos(weight) {
        const digits = { digits: [69, GRAMS], trailingZeros: false };
        return _t("%s kg", formatFloat(weight, digits));
    }

    money(amount) {
        return formatCurrency(amount, this.currency.id);
    }

    /** What a label says, for whoever has to look for the article. */
    said(kind, value) {
        return kind === "price" ? this.money(value) : this.kilos(value);
    }

    /** The sentence stays until it was read: the next scan waits for it. */
    async refuse(title, body) {
        this.sound.play("error");
        await makeAwaitable(this.dialog, AlertDialog, { title, body });
    }

    async askWeight(product, kiloPrice, most) {
        return this.askNumber({
            title: _t("How much does it weigh?"),
            subtitle: product.name,
            placeholder: _t("kg"),
            feedback: (weight) =>
                `${this.kilos(weight)} = ${this.money(weight * kiloPrice)}`,
            most,
            tooMuch: _t(
                "A weight is between 0.001 and %s. Type kilos: 0.350 for 350 grams.",
                this.kilos(most),
            ),
        });
    }

    async askPrice(product, most) {
        return this.askNumber({
            title: _t("Which price is on the label?"),
            subtitle: product.name,
            placeholder: this.currency.symbol,
            feedback: (price) => this.money(price),
            most,
            tooMuch: _t("A price is between 0.01 and %s.", this.money(most)),
        });
    }

    /** The number typed; null when the person thought better of it. */
    async askNumber({ most, tooMuch, feedback, ...texts }) {
        const sellable = (text) => isSellable(readNumber(text), most);
        for (;;) {
            const typed = await this.askForText({
                ...texts,
                feedback: (text) => (sellable(text) ? feedback(readNumber(text)) : ""),
            });
            if (typed === undefined) {
                return null;
            }
            if (sellable(typed)) {
                return readNumber(typed);
            }
            await this.refuse(_t("This number cannot be right"), tooMuch);
        }
    }

    async askForText(props) {
        this.reader.isPersonTyping = true;
        try {
            return await makeAwaitable(this.dialog, NumberQuestion, props);
        } finally {
            this.reader.isPersonTyping = false;
        }
    }

    isItReally(product, weight, price) {
        return ask(this.dialog, {
            title: _t("Is it really %s?", this.kilos(weight)),
            body: _t(
                "%(product)s for %(price)s is much more than customers usually take. " +
                    "Nothing is sold before you answer.",
                { product: product.name, price: this.money(price) },
            ),
            confirmLabel: _t("Yes, %s", this.kilos(weight)),
            cancelLabel: _t("No"),
        });
    }

    refuseUnknown(kind, { item, value }) {
        const what = kind === "price" ? _t("Price label") : _t("Weight label");
        return this.refuse(
            _t("No such product"),
            _t(
                "%(what)s, item %(item)s, %(value)s: no product of the shop has this " +
                    "item number. Nothing was sold. Choose the product by name.",
                { what, item, value: this.said(kind, value) },
            ),
        );
    }

    refuseVerifier(product, kind, value) {
        return this.refuse(
            _t("This label is damaged"),
            _t(
                "It reads %(value)s for %(product)s, but its own control digit says " +
                    "otherwise. Nothing was sold. Scan again, or weigh it again.",
                {
                    product: product?.name || _t("an unknown product"),
                    value: this.said(kind, value),
                },
            ),
        );
    }

    refuseByThePiece(product) {
        return this.refuse(
            _t("Not sold by weight"),
            _t(
                "This is a weight label, but %s is sold by the piece. Nothing was " +
                    "sold. Choose the product by name, and tell the office.",
                product.name,
            ),
        );
    }

    /** A damaged scan is never sold before a person has compared it. */
    isItMeant(found) {
        return ask(this.dialog, {
            title: _t("Is it %s?", found.name),
            body: this.sentence(found),
            confirmLabel: _t("Yes, sell it"),
            cancelLabel: _t("No"),
        });
    }

    /** @param {string} [type] what the rules of the nomenclature took the scan for */
    refuseScan(raw, found, type) {
        const signs = raw.replace(/\p{Cc}/gu, " ").trim();
        const isLong = signs.length > LONGEST_TITLE;
        const shown = isLong ? `${signs.slice(0, LONGEST_TITLE)}…` : signs;
        return this.refuse(_t("Not sold: %s", shown), this.whyNot(found, type));
    }

    whyNot(found, type) {
        if (found.reason === "not_here") {
            return _t(
                "%s is a product of the shop, but this till does not sell it. Tell the " +
                    "office.",
                found.name,
            );
        }
        if (found.reason === "unknown" && CARDS.includes(type)) {
            return _t(
                "By the rules of this till, %s is the card of a customer or a cashier, " +
                    "but nobody has it. Look the person up by name.",
                printed(found.explanation),
            );
        }
        return [this.sentence(found), found.isOffline && this.offline()]
            .filter(Boolean)
            .join(" ");
    }

    sentence(found) {
        return sentence(found, this.sentences, localization.decimalPoint);
    }

    offline() {
        return _t(
            "The network is down: a product that is not on this till yet cannot be " +
                "found now.",
        );
    }
}

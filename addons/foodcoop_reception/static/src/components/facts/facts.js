import { Component, useState } from "@odoo/owl";
import { today } from "../../device/people.js";
import { photos } from "../../device/photos.js";
import { dated, free, instead, keptOf, refuse, remark } from "../../model/facts.js";
import { _t, number } from "../../words.js";
import { Pad, padNumber } from "../pad/pad.js";
import { PhotoField } from "../photo/photo_field.js";
import { DateStep } from "./date_step.js";
import { factWords } from "./words.js";

/** Damaged, free, instead of another one: what is to be said of the product in hand. */
export class Facts extends Component {
    static template = "foodcoop_reception.Facts";
    static components = { DateStep, Pad, PhotoField };
    static props = { counter: Object };

    setup() {
        this.view = useState(this.props.counter.view);
        this.state = useState({ step: "", reason: "", text: "1", note: "" });
        this.photo = null;
    }

    get product() {
        return this.view.active;
    }

    get told() {
        const { session } = this.props.counter;
        return factWords(this.product, (product) => session.name(product));
    }

    /** Why something is not kept, in large words. */
    get reasons() {
        return [
            ["damaged", _t("Damaged")],
            ["expired", _t("Date too short or past")],
            ["warm", _t("Not cold enough")],
            ["quality", _t("Poor quality")],
            ["wrong", _t("Wrong product")],
            ["other", _t("Something else")],
        ];
    }

    get facts() {
        return [
            ["free", _t("Free of charge")],
            ["instead", _t("It came instead of…")],
            ["date", _t("Date or lot number")],
            ["remark", _t("A remark")],
        ];
    }

    begin(step, reason = "") {
        this.photo = null;
        Object.assign(this.state, { step, reason, text: "1", note: "" });
    }

    get quantity() {
        const value = padNumber(this.state.text);
        return value > 0 && value <= 99999 ? value : null;
    }

    get question() {
        const { reason } = this.state;
        const label = this.reasons.find(([key]) => key === reason)?.[1];
        return label
            ? _t("%(reason)s: how many?", { reason: label })
            : _t("How many are free of charge?");
    }

    get whole() {
        const kept = keptOf(this.props.counter.session, this.product.product);
        return kept > 1 ? kept : null;
    }

    get wholeWords() {
        return _t("All %(count)s", { count: number(this.whole) });
    }

    /** The others of this delivery: one of them did not come. */
    get others() {
        return this.view.rows.filter((row) => row.product !== this.product.product);
    }

    back() {
        if (this.state.step) {
            this.begin("");
        } else {
            this.view.panel = "";
        }
    }

    async tell(answer) {
        this.view.panel = "";
        await this.props.counter.apply(answer);
    }

    async count() {
        const { session } = this.props.counter;
        const { step, reason, note } = this.state;
        if (this.quantity === null) {
            return;
        }
        const answer =
            step === "free"
                ? free(session, this.quantity)
                : refuse(session, this.quantity, reason, note.trim());
        await this.tell(answer);
        await this.keepPhoto(answer.events.at(-1));
    }

    async keepPhoto(event) {
        const photo = await this.photo;
        if (photo && event) {
            await photos.keep(this.props.counter.delivery, event.uuid, photo);
        }
    }

    instead(row) {
        return this.tell(instead(this.props.counter.session, row.product));
    }

    remark() {
        const note = this.state.note.trim();
        return note && this.tell(remark(this.props.counter.session, note));
    }

    date(told) {
        const { session } = this.props.counter;
        return this.tell(dated(session, this.product.product, told, today()));
    }
}

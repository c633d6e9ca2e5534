import { Component } from "@odoo/owl";
import { verdict } from "../../model/trial.js";
import { _t } from "../../words.js";

/** What a scan of the card tells, and what to do about it. */
const SENTENCES = {
    enter: () => _t("The scanner ends a code with Enter."),
    tab: () => _t("The scanner ends a code with Tab."),
    no_keys: () => _t("It came from the camera."),
    no_suffix: () =>
        _t(
            "The scanner sends nothing after a code, so each scan waits a moment. Set its suffix to Enter (CR) with the scanner's own booklet.",
        ),
    text_no_suffix: () =>
        _t(
            "The text has no end, so each scan waits a moment. Set the suffix of the scanner to Enter.",
        ),
    layout_right: () => _t("The layout of the keyboard is right."),
    layout_american: () =>
        _t(
            "The scanner believes in an American keyboard, this terminal has another one: the digits are put right here.",
        ),
    layout_french: () =>
        _t(
            "The scanner believes in a French keyboard, this terminal has another one: the digits are put right here.",
        ),
    as_text: () =>
        _t(
            "The scanner puts text in instead of pressing keys. It works; its setting for keys (key events) is quicker.",
        ),
    camera: () => _t("The camera reads."),
    right_code: (values) =>
        _t("%(count)s characters in %(time)s thousandths of a second.", values),
    capitals: () =>
        _t(
            "Capitals and small letters are mixed up: switch off the Caps Lock key, or the scanner's change of case.",
        ),
    wrong_code: (values) =>
        _t(
            "The card says something else than what came: %(code)s. Is it the card of this page? If so, set the scanner to the keyboard of this terminal.",
            values,
        ),
    slow: () =>
        _t("The scanner is slow. Set its delay between two characters to nothing."),
};

/** The scanner's test: the card is scanned, and a sentence says how it came in. */
export class Trial extends Component {
    static template = "foodcoop_reception.Trial";
    static props = { trial: Object };

    /** On or off, and the last scan of it. */
    get trial() {
        return this.props.trial;
    }

    get verdict() {
        const { text, about } = this.trial.scan;
        return verdict(text, about);
    }

    get sentence() {
        return this.verdict.well
            ? _t("All is well.")
            : _t("This has to be changed, or watched:");
    }

    get findings() {
        return this.verdict.findings.map((finding) => this.say(finding));
    }

    say(finding) {
        const { text, about } = this.trial.scan;
        const { length: count, time } = about;
        return SENTENCES[finding]({ count, time, code: text.slice(0, 40) });
    }
}

import { Component, onWillStart, useEffect, useRef, useState } from "@odoo/owl";
import { choose, languages } from "../../device/language.js";
import { change, settings } from "../../device/settings.js";
import { signal } from "../../device/signals.js";
import { canSpeak, say } from "../../device/speech.js";
import { _t, language } from "../../words.js";
import { Trial } from "../trial/trial.js";

/** Between the sounds that are played one after another (milliseconds). */
const APART = 700;

/** How this terminal sounds and looks; kept on it, for everybody. */
export class Settings extends Component {
    static template = "foodcoop_reception.Settings";
    static components = { Trial };
    static props = { attempt: Function, onBack: Function, trial: Object };

    setup() {
        this.settings = useState(settings);
        this.state = useState({ languages: [] });
        this.title = useRef("title");
        // Without network the language stays what it is; the rest is this device's own.
        onWillStart(() => {
            languages().then(
                (found) => Object.assign(this.state, { languages: found }),
                () => {},
            );
        });
        useEffect(
            () => this.title.el.focus(),
            () => [],
        );
    }

    get choices() {
        const all = [
            this.sound,
            "vibrate" in navigator && this.onOff("vibrate", _t("Vibration")),
            canSpeak && this.onOff("aloud", _t("Read the product's name aloud")),
            this.scheme,
            this.onOff("contrast", _t("High contrast")),
            this.onOff("camera", _t("Scan with the camera, too")),
        ];
        return all.filter(Boolean);
    }

    get sound() {
        return {
            name: "sound",
            label: _t("Sound"),
            options: [
                ["quiet", _t("Quiet")],
                ["normal", _t("Normal")],
                ["loud", _t("Loud")],
            ],
        };
    }

    get scheme() {
        return {
            name: "scheme",
            label: _t("Light or dark"),
            options: [
                ["system", _t("As the device")],
                ["light", _t("Light")],
                ["dark", _t("Dark")],
            ],
        };
    }

    onOff(name, label) {
        const options = [
            [true, _t("On")],
            [false, _t("Off")],
        ];
        return { name, label, options };
    }

    set({ name }, value) {
        change(name, value);
        if (name === "sound" || name === "vibrate") {
            signal("accept");
        }
        if (name === "aloud") {
            say(_t("Read the product's name aloud"));
        }
    }

    isSpoken({ code }) {
        return code.replace("_", "-") === language();
    }

    speak({ code }) {
        return this.props.attempt(() => choose(code));
    }

    /** As they sound while counting, in this order. */
    listen() {
        ["accept", "ask", "refuse"].forEach((tone, i) =>
            setTimeout(() => signal(tone), i * APART),
        );
    }
}

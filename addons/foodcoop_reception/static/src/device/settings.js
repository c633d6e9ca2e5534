import { reactive } from "@odoo/owl";

/** How this terminal looks and sounds: kept in its browser, for whoever stands here. */

const NAME = "foodcoop_settings";
const FIRST = {
    sound: "normal", // quiet, normal, loud
    vibrate: true,
    aloud: false, // the product's name is read out
    scheme: "system", // light, dark, or as the device has it
    contrast: false,
    camera: matchMedia("(pointer: coarse)").matches,
};

function kept() {
    try {
        return JSON.parse(localStorage.getItem(NAME)) ?? {};
    } catch {
        return {};
    }
}

export const settings = reactive({ ...FIRST, ...kept() });

export function change(name, value) {
    settings[name] = value;
    apply();
    try {
        localStorage.setItem(NAME, JSON.stringify(settings));
    } catch {
        // Refused or full: it holds until the page is left.
    }
}

/** What the style sheet has to know. */
export function apply() {
    const { dataset } = document.documentElement;
    dataset.scheme = settings.scheme;
    dataset.contrast = settings.contrast ? "high" : "normal";
}

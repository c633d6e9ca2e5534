import { language } from "../words.js";
import { settings } from "./settings.js";

/** Whether this browser can read aloud. */
export const canSpeak = "speechSynthesis" in globalThis;

const LOUDNESS = { quiet: 0.4, normal: 0.8, loud: 1 };

/** Reads a product's name; the next one interrupts it, as scans do. */
export function say(words) {
    if (!canSpeak || !settings.aloud || !words) {
        return;
    }
    const speech = new SpeechSynthesisUtterance(words);
    Object.assign(speech, { lang: language(), volume: LOUDNESS[settings.sound] });
    speechSynthesis.cancel();
    speechSynthesis.speak(speech);
}

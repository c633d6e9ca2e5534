import { language, speak } from "../words.js";
import { ask } from "./server.js";

/** The language of this terminal: its words are kept here, for days without network. */

const NAME = "foodcoop_language";

function kept() {
    try {
        return JSON.parse(localStorage.getItem(NAME));
    } catch {
        return null;
    }
}

function keep(told) {
    try {
        localStorage.setItem(NAME, JSON.stringify(told));
    } catch {
        // Refused or full: it holds until the page is left.
    }
}

/** The one that was chosen here, if any; the server is told, but nobody waits for it. */
export function restore() {
    const told = kept();
    if (told && told.lang !== language()) {
        speak(told);
        const lang = told.lang.replace("-", "_");
        ask("words", { lang }).then(keep, () => {});
    }
}

/** @returns {Promise<{code: string, name: string}[]>} those that the server has */
export async function languages() {
    return (await ask("words")).languages;
}

/** @throws without network */
export async function choose(lang) {
    const told = await ask("words", { lang });
    keep(told);
    speak(told);
    document.dispatchEvent(new Event("foodcoop-language"));
}

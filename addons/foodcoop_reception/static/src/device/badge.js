import { personOfBadge } from "./people.js";
import { ask, Refusal } from "./server.js";

const LONGEST = 64;

/**
 * Whose badge it is: as this terminal knows from today, or the server from all days.
 * @returns {Promise<string | null>} null when it is nobody's; without network the
 *     badge's own number, and the count goes on
 */
export async function nameOfBadge(code) {
    const known = personOfBadge(code);
    if (known) {
        return known;
    }
    try {
        return await ask("person", { badge: code });
    } catch (error) {
        if (error instanceof Refusal) {
            throw error;
        }
        return code.trim().slice(0, LONGEST);
    }
}

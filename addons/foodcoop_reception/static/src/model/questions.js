/**
 * Questions that an action leaves for the screen: why, what the sentence needs, and the
 * answers. An answer `does`: keep what is noted, set another number, or join an order.
 */

/** It was not ordered here, and another order of this supplier waits for it. */
export function askToJoin(other) {
    const { picking } = other;
    return {
        reason: "join",
        told: other,
        choices: [{ does: "join", picking }, { does: "keep" }],
    };
}

/** Somebody else counted it since this person looked. */
export function askWhoseNumber(told) {
    return {
        reason: "others_added",
        told,
        choices: [
            { does: "keep", quantity: told.both },
            { does: "set", quantity: told.alone },
        ],
    };
}

/** The count and the order differ by just the content of a pack. */
export function askPacksOrPieces(told) {
    return {
        reason: "packs_or_pieces",
        told,
        choices: [
            { does: "keep", quantity: told.counted },
            { does: "set", quantity: told.ordered },
        ],
    };
}

/** Letters as people type them into a search: accents and capitals do not matter. */
export function plain(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Tells of a name whether it holds all these words, in any order. */
export function holding(words) {
    const parts = plain(words).split(/\s+/).filter(Boolean);
    return (name) => {
        const text = plain(name);
        return parts.every((part) => text.includes(part));
    };
}

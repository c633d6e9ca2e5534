# SPDX-License-Identifier: AGPL-3.0-or-later
"""The graph of the addons' dependencies, read from their manifests.

``scripts/lint --fix`` draws it in the README, between two markers.
"""

from house import odoo

CAPABILITIES = frozenset(
    f"foodcoop_{name}"
    for name in ("barcode", "catalogue", "reception", "reorder", "shift")
)
OPENING, CLOSING = "<!-- graph -->", "<!-- /graph -->"


def read_manifests(root):
    """``{"foodcoop_barcode": ["barcodes", "product"], ...}``"""
    return {
        name: sorted(manifest.get("depends", []))
        for name, manifest in odoo.manifests(root / "addons").items()
    }


def reached(manifests, addon):
    """Every addon of ours below this one, near or far."""
    found, waiting = set(), [addon]
    while waiting:
        for below in manifests.get(waiting.pop(), []):
            if below in manifests and below not in found:
                found.add(below)
                waiting.append(below)
    return found


def forbidden(manifests):
    """Arrows between two of the five, as (from, to)."""
    return [
        (addon, below)
        for addon in sorted(CAPABILITIES & manifests.keys())
        for below in sorted(reached(manifests, addon) & CAPABILITIES - {addon})
    ]


def mermaid(manifests):
    """Ours as boxes, Odoo's modules as rounded ones.

    >>> print(mermaid({"foodcoop_shift": ["mail"]}))
    graph TD
        foodcoop_shift[foodcoop_shift] --> mail(mail)
    """
    arrows = [
        f"    {addon}[{addon}] --> "
        + (f"{below}[{below}]" if below in manifests else f"{below}({below})")
        for addon, depends in sorted(manifests.items())
        for below in depends
    ]
    return "\n".join(["graph TD", *arrows])


def block(manifests):
    return f"```mermaid\n{mermaid(manifests)}\n```"


def inserted(text, manifests):
    """A text with the graph between its markers, or None without markers."""
    before, opening, rest = text.partition(OPENING)
    _old, closing, after = rest.partition(CLOSING)
    if not (opening and closing):
        return None
    return f"{before}{OPENING}\n{block(manifests)}\n{CLOSING}{after}"


def write(root):
    readme = root / "README.md"
    text = inserted(readme.read_text(), read_manifests(root))
    if text is None:
        return f"README.md has no {OPENING} … {CLOSING}: add the two markers"
    readme.write_text(text)
    return "README.md: the graph is up to date"

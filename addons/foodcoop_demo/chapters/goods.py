# SPDX-License-Identifier: AGPL-3.0-or-later
"""Articles, their cases with codes of their own, and what suppliers ask for them."""

from odoo import Command

from ..lib.suppliers import by_key

COLD = ("Crèmerie", "Fromages", "Poissonnerie", "Surgelés")
UNITS = {"g": "gram", "kg": "kgm", "L": "litre"}


def apply(book):
    """Categories and packs, then all articles at once."""
    categories = _categories(book)
    _packs(book)
    goods = book.shop.goods
    made = book.env["product.product"].create(
        [_prepare_product(book, product, categories) for product in goods]
    )
    for product, record in zip(goods, made, strict=True):
        book.products[product.reference] = record
    book.env["product.supplierinfo"].create([_prepare_offer(book, p) for p in goods])
    book.env["product.uom"].create(
        [_prepare_pack_code(book, p) for p in goods if p.pack_barcode]
    )


def _categories(book):
    names = list(dict.fromkeys(product.category for product in book.shop.goods))
    made = book.env["product.category"].create(
        [{"name": name, "cold": name in COLD} for name in names]
    )
    return dict(zip(names, made, strict=True))


def _packs(book):
    """One unit of measure a size: "Carton de 12", "Caisse de 5 kg"."""
    sizes = sorted({(p.weighed, p.pack) for p in book.shop.goods if p.pack > 1})
    made = book.env["uom.uom"].create(
        [
            {
                "name": pack_name(weighed, size),
                "relative_factor": size,
                "relative_uom_id": book.base_unit(weighed).id,
            }
            for weighed, size in sizes
        ]
    )
    book.packs.update(zip(sizes, made, strict=True))


def pack_name(weighed, size):
    """The shop's word for so many units, or kg."""
    if not weighed:
        return f"Carton de {size}"
    return f"Sac de {size} kg" if size == 25 else f"Caisse de {size} kg"


def _prepare_product(book, product, categories):
    sale, purchase = _taxes(book, product.vat)
    pack = book.packs.get((product.weighed, product.pack))
    return {
        "name": product.name,
        "default_code": product.reference,
        "barcode": product.barcode or False,
        "type": "consu",
        "is_storable": True,
        "categ_id": categories[product.category].id,
        "uom_id": book.unit(product).id,
        "uom_ids": [Command.set(pack.ids if pack else [])],
        "list_price": float(product.price),
        "standard_price": float(product.cost),
        "purchase_method": "receive",
        "taxes_id": [Command.set(sale.ids)],
        "supplier_taxes_id": [Command.set(purchase.ids)],
        "origin": product.origin,
        "fresh_produce": bool(product.origin),
        **_prepare_content(book, product),
    }


def _prepare_content(book, product):
    """For the price of a kilo or a litre on the shelf."""
    if not product.content:
        return {}
    amount, unit = product.content
    return {
        "net_content": float(amount),
        "net_content_uom_id": book.env.ref(f"uom.product_uom_{UNITS[unit]}").id,
    }


def _taxes(book, vat):
    """The French taxes of this rate, on sales and on purchases."""
    name = "normale" if vat == 20 else "reduite"
    chart = book.env["account.chart.template"]
    return chart.ref(f"tva_{name}"), chart.ref(f"tva_acq_{name}")


def _prepare_offer(book, product):
    """Suppliers have references of their own, and a price for a whole pack."""
    supplier = by_key()[product.supplier]
    return {
        "partner_id": book.suppliers[product.supplier].id,
        "product_id": book.products[product.reference].id,
        "product_tmpl_id": book.products[product.reference].product_tmpl_id.id,
        "product_code": f"{supplier.key[:3].upper()}-{product.reference[1:]}",
        "product_uom_id": book.pack(product).id,
        "price": float(product.cost * product.pack),
        "delay": supplier.lead_days,
    }


def _prepare_pack_code(book, product):
    return {
        "product_id": book.products[product.reference].id,
        "uom_id": book.pack(product).id,
        "barcode": product.pack_barcode,
    }

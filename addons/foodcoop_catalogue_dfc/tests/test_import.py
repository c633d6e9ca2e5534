# SPDX-License-Identifier: AGPL-3.0-or-later
import json

from odoo.tests import tagged

from .test_export import GTIN, DfcCase

FARM = "https://ferme.example/api"


def farm_file(**prices):
    """A producer's catalogue as a platform serves it: one-way links, prices inside."""
    graph = [{"@id": FARM, "@type": "dfc-b:Enterprise", "dfc-b:name": "Ferme du Lac"}]
    for code, price in prices.items():
        graph += [cheese_item(code), cheese(code), cheese_offer(code, price)]
    content = {"@context": "https://www.datafoodconsortium.org", "@graph": graph}
    return json.dumps(content).encode()


def cheese_item(code):
    return {
        "@id": f"{FARM}/items/{code}",
        "@type": "dfc-b:CatalogItem",
        "dfc-b:sku": code,
        "dfc-b:references": f"{FARM}/products/{code}",
        "dfc-b:offeredThrough": f"{FARM}/offers/{code}",
    }


def cheese(code):
    return {
        "@id": f"{FARM}/products/{code}",
        "@type": "dfc-b:SuppliedProduct",
        "dfc-b:name": f"Fromage {code}",
        "dfc-b:hasCertification": ["dfc-f:Organic-AB"],
        "dfc-b:hasGeographicalOrigin": "dfc-f:France",
        "dfc-b:hasQuantity": {
            "@type": "dfc-b:QuantitativeValue",
            "dfc-b:value": 250,
            "dfc-b:hasUnit": "dfc-m:Gram",
        },
    }


def cheese_offer(code, price):
    price = {
        "@type": "dfc-b:Price",
        "dfc-b:value": price,
        "dfc-b:VATrate": 5.5,
        "dfc-b:hasUnit": "dfc-m:Euro",
    }
    ref = f"{FARM}/offers/{code}"
    return {"@id": ref, "@type": "dfc-b:Offer", "dfc-b:hasPrice": price}


@tagged("post_install", "-at_install")
class TestImport(DfcCase):
    def read_file(self, data):
        record = self.new_import(data=data, filename="catalogue.jsonld")
        return self.understand(record)

    def test_a_producers_file_is_a_price_list(self):
        cheese = self.product("Fromage F1", "piece")
        euro = self.env.ref("base.EUR")
        euro.active = True
        self.price(cheese, "F1", 2.5, currency_id=euro.id)
        record = self.read_file(farm_file(F1=2.75, F2=4))
        known, new = (self.line(record, code) for code in ("F1", "F2"))
        self.assertEqual((known.kind, new.kind), ("changed", "new"))
        self.assertAlmostEqual(known.price, 2.75)
        self.assertAlmostEqual(known.old_price, 2.5)
        self.assertEqual((new.name, new.vat), ("Fromage F2", 5.5))
        self.assertEqual(new.currency_id, euro)
        self.assertEqual((new.content, new.content_unit), (0.25, "kg"))
        self.assertEqual((new.origin, new.labels), ("France", "ab"))

    def test_what_one_shop_exports_another_reads(self):
        record = self.read_file(self.file_of(self.honey | self.lentils))
        honey = self.line(record, "M1")
        self.assertEqual((honey.name, honey.gtin), (self.honey.name, GTIN))
        self.assertEqual(honey.product_id, self.honey)
        self.assertEqual(honey.vat, 5.5)
        self.assertEqual((honey.origin, honey.labels), ("France, Ardèche", "ab"))
        loose = record.line_ids.filtered(lambda line: line.name == self.lentils.name)
        self.assertEqual((loose.content, loose.content_unit), (1, "kg"))
        self.assertAlmostEqual(loose.price, 2.4)

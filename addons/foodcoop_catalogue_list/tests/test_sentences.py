# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every question that ``lib/`` can ask is a sentence with answers in words."""

import ast
from pathlib import Path

from odoo.addons.foodcoop_desk.lib import answer
from odoo.addons.foodcoop_pricelist.lib import mapping, read
from odoo.addons.foodcoop_words.lib import packs
from odoo.tests import tagged

from ..models import questions
from ..models.example_sentences import example_sentence
from .common import ListCase

LIB = Path(read.__file__).parent
OPTIONS = {
    answer.BASIS: [basis for basis in mapping.BASES if basis],
    answer.UNIT: [packs.PIECE, packs.KG, packs.LITRE, packs.INNER, packs.CASE],
    answer.NET: ["net", "gross"],
    answer.DISCOUNT: ["before", "after"],
    answer.PACK: [packs.PIECE],
    answer.VAT: ["5.5"],
    answer.CODE_LENGTH: ["6", "0"],
}


def codes():
    """The codes of all questions in ``lib/``: ``Question("basis", ...)``."""
    for path in LIB.glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text())):
            name = isinstance(call, ast.Call) and getattr(call.func, "id", "")
            if name == "Question":
                yield call.args[0].value


@tagged("post_install", "-at_install")
class TestQuestions(ListCase):
    def asked(self, code, lang="en_US"):
        told = {"code": code, "about": "Colis", "options": OPTIONS.get(code, ["Tarif"])}
        return questions.of_the_list(self.env(context={"lang": lang}), told)

    def test_every_question_is_a_sentence_that_ends_in_a_question(self):
        found = sorted(set(codes()))
        self.assertIn(answer.COLUMN, found)
        for code in found:
            text = self.asked(code)["text"]
            self.assertRegex(text, r"^[A-Z].+\?$", code)
            self.assertNotEqual(text, self.asked(code, "fr_FR")["text"], code)

    def test_a_column_without_a_title_is_asked_for_in_words(self):
        for role in ("name", "code", "price"):
            told = {"code": answer.COLUMN, "about": f"#{role}", "options": []}
            text = questions.of_the_list(self.env, told)["text"]
            self.assertIn(f"holds the {role}s", text)

    def test_a_title_that_says_the_opposite_is_named(self):
        told = {"code": answer.NET, "about": "Prix TTC", "options": ["gross", "net"]}
        self.assertIn("“Prix TTC”", questions.of_the_list(self.env, told)["text"])

    def test_what_lies_inside_the_case_is_told_in_pieces(self):
        record = self.env["foodcoop.catalogue.import"].new({})
        told = {"price": 2.26, "basis": "inner", "unit": "piece", "per_pack": True}
        told |= {"title": "Salade", "code": "", "pack_text": "Barquette de 2 pièces"}
        said = str(example_sentence(record, {**told, "pack": 2.0}))
        self.assertIn("2.26", said)
        self.assertIn("for 2 pieces", said)
        said = str(example_sentence(record, {**told, "pack": 1.0}))
        self.assertIn("for a pack inside the case", said)

    def test_every_answer_is_in_words_and_one_may_not_know(self):
        for code, values in OPTIONS.items():
            options = self.asked(code)["options"]
            said = {one["value"]: one["label"] for one in options}
            for value in values:
                self.assertNotIn(said[value], ("", value), code)
            self.assertIn(questions.UNKNOWN, said)

    def test_every_answer_can_be_kept(self):
        for code in set(codes()):
            for value in OPTIONS.get(code, ["Tarif"]):
                kept = answer.answered(mapping.Mapping(), code, "Colis", value)
                mapping.Mapping.from_text(kept.as_text())

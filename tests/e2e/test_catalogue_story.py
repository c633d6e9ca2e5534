# SPDX-License-Identifier: AGPL-3.0-or-later
"""A supplier's list for a season: dropped, applied, compared, undone, ordered from.

On a real list where the data are there, on the invented look-alike where not; each
test goes on where the one before it stopped.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from e2e import workbooks
from e2e.catalogue import Desk
from e2e.story import picture, sign_in
from lookalike import lookalike

from house import databases

REAL_LIST = (
    Path(__file__).resolve().parents[3]
    / "shared/data/catalogues/fr_demarne_maree_tarif_general_2026-01.xlsx"
)
JOBS = 1  # the server reads lists in the background
SUPPLIER = "La Marée du matin"
ANSWERS = {"scope": "full", "net": "net", "basis": "piece"}
NEW = ("9901", "Beurre salé aux algues 125g", 5.2)
# The shop's day: late in the evening a server's clock is still in yesterday.
TODAY = datetime.now(databases.SHOP_ZONE).date()


@dataclass(frozen=True)
class Season:
    """What happens to a list: codes, and the words that find the shop's part of it."""

    path: Path
    wanted: str
    up: dict[str, float]  # codes whose price goes up by 5 %
    tenfold: tuple[str, float]  # a comma that slipped
    gone: str
    renamed: str
    ordered: dict[str, int]  # the shop's order, in cases

    def second(self, target):
        code, price = self.tenfold
        return workbooks.next_date(
            self.path,
            target,
            {**self.up, code: price},
            {self.renamed: "Le même, sous un autre nom"},
            {self.gone: NEW},
        )

    def cells(self):
        """Where the order belongs: {cell: cases}."""
        return {
            f"I{workbooks.row(self.path, code)}": cases
            for code, cases in self.ordered.items()
        }

    def third(self, target):
        return workbooks.next_date(self.path, target, self.up)


@pytest.fixture(scope="module")
def season(tmp_path_factory):
    if REAL_LIST.exists():
        up = {"3444": 4.97, "3448": 5.63, "3441": 9.95}
        order = {"3444": 2, "3448": 5}
        return Season(REAL_LIST, "TARAMAS", up, ("3326", 77.3), "1864", "1825", order)
    path = lookalike(tmp_path_factory.mktemp("list") / "ponant.xlsx")
    up, order = {"P3460": 1.31, "P3461": 2.21}, {"P3460": 2, "P3461": 5}
    tenfold = ("P3462", 39.0)
    return Season(path, "DELICATESSEN", up, tenfold, "P3464", "P3463", order)


@pytest.fixture
def desk(terminal):
    sign_in(terminal, "acheteuse", then="/odoo")
    return Desk(terminal)


@pytest.fixture
def prices(ask):
    """prices(supplier): {code: price} of the vendor lines that hold today."""

    def of(supplier=SUPPLIER):
        return dict(
            ask(
                "SELECT s.product_code, s.price FROM product_supplierinfo s"
                " JOIN res_partner r ON r.id = s.partner_id WHERE r.name = %s"
                " AND s.date_start <= %s AND coalesce(s.date_end, %s) >= %s",
                *(supplier, TODAY, TODAY, TODAY),
            )
        )

    return of


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """What one test leaves to the next: prices that held, the order as a file."""
    return {"folder": tmp_path_factory.mktemp("order")}


AGE = """
    UPDATE product_supplierinfo s SET date_start = date_start - 30
      FROM res_partner r WHERE r.id = s.partner_id AND r.name = %s
"""


def test_1_a_first_list_is_dropped_confirmed_and_applied(desk, season, prices, change):
    desk.open("foodcoop_catalogue_list.action_import")
    desk.new()
    desk.choose_new("partner_id", SUPPLIER)
    desk.attach("file", season.path)
    desk.wait_for(".o_fc_drop_full")
    picture(desk.page, "story-1-dropped")
    desk.read()
    picture(desk.page, "story-1-asked")
    desk.answer_all(ANSWERS)
    picture(desk.page, "story-1-right")
    desk.confirm()
    picture(desk.page, "story-1-differences")
    desk.take(season.wanted)
    desk.apply()
    picture(desk.page, "story-1-applied")
    desk.press("action_new_products")
    desk.wait_for(".o_data_row")
    picture(desk.page, "story-1-products")
    assert {*season.up, season.tenfold[0], season.gone} <= {*prices()}
    change(AGE, SUPPLIER)  # a month goes by


def test_2_its_next_date_asks_nothing_and_warns(desk, season, prices, known, ask):
    before = known["first"] = prices()
    desk.drop(season.second(known["folder"] / "tarif-fevrier.xlsx"))
    desk.read()
    picture(desk.page, "story-2-right")
    assert SUPPLIER in desk.page.inner_text(".o_fc_supplier")
    assert not desk.page.locator(".o_fc_question").count()
    desk.confirm()
    picture(desk.page, "story-2-differences")
    desk.search(season.wanted)
    picture(desk.page, "story-2-searched")
    untaken = "td[name=take] input:not(:checked)"
    slipped = desk.row("virgule perdue").filter(has=desk.page.locator(untaken))
    assert slipped.count() == 1
    desk.take(season.gone)
    desk.take(NEW[0])
    desk.apply()
    picture(desk.page, "story-2-applied")
    after = prices()
    assert NEW[0] in after
    moved = {code for code in before if after.get(code) != before[code]}
    assert moved == {*season.up, season.gone}
    assert closed_yesterday(ask, season.up) == len(season.up)


def closed_yesterday(ask, codes):
    """How many vendor lines with these codes held until yesterday."""
    return ask(
        "SELECT count(*) FROM product_supplierinfo WHERE date_end = %s"
        " AND product_code = ANY(%s)",
        TODAY - timedelta(days=1),
        [*codes],
    )[0][0]


def test_3_the_whole_list_is_taken_back(desk, prices, known):
    desk.open_list("tarif-fevrier.xlsx")
    picture(desk.page, "story-3-before")
    desk.press("action_undo")
    desk.wait_for(".modal-footer")
    picture(desk.page, "story-3-sure")
    desk.sure()
    desk.wait_for(".alert-info:visible")
    picture(desk.page, "story-3-undone")
    assert prices() == known["first"]


def test_4_an_order_goes_back_in_the_suppliers_workbook(desk, season, ask, known):
    desk.order(SUPPLIER, {titles(ask, code): n for code, n in season.ordered.items()})
    order = desk.page.url
    picture(desk.page, "story-4-order")
    desk.press("action_fill_form")
    desk.wait_for(".o_notification")
    picture(desk.page, "story-4-no-column")
    where = desk.page.locator(".o_notification a").first.get_attribute("href")
    desk.page.goto(where)
    desk.wait_for(".o_field_widget[name=order_column]")
    picture(desk.page, "story-4-memory")
    desk.write("order_column", "I")
    desk.save()
    desk.page.goto(order)
    desk.press("action_fill_form")
    desk.wait_for(".o_notification")
    picture(desk.page, "story-4-form")
    known["form"] = path = desk.download(known["folder"], season.path.name)
    filled, form = workbooks.contents(path), workbooks.contents(season.path)
    quantities = season.cells()
    assert dict(filled.items() - form.items()) == quantities
    assert not form.items() - filled.items()
    old, new = (workbooks.look(one, quantities) for one in (season.path, path))
    assert new == old


def test_5_libreoffice_opens_it_with_the_same_look(season, known, tmp_path):
    if not workbooks.SOFFICE:
        pytest.skip("LibreOffice (soffice) is not installed on this machine")
    before = workbooks.words(workbooks.printed(season.path, tmp_path))
    after = workbooks.words(workbooks.printed(known["form"], tmp_path))
    assert len(after) == len(before)
    more = sum(after, Counter()) - sum(before, Counter())
    assert more >= Counter(map(str, season.ordered.values()))
    assert more.total() < 5  # a word cut elsewhere, nothing lost


def test_6_what_was_changed_by_hand_since_stays(desk, season, prices, known, ask):
    before = prices()
    desk.drop(season.third(known["folder"] / "tarif-mars.xlsx"))
    desk.read()
    desk.confirm()
    desk.apply()
    changed, *others = season.up
    price = f"{prices()[changed]:.2f}".replace(".", ",")
    desk.price_by_hand(SUPPLIER, titles(ask, changed), price, "55,50")
    desk.open_list("tarif-mars.xlsx")
    desk.undo()
    desk.wait_for(".o_list_view .o_data_row")
    picture(desk.page, "story-6-kept")
    assert desk.rows.count() == 1
    held = prices()
    assert held[changed] == 55.5
    assert {code: held[code] for code in others} == {
        code: before[code] for code in others
    }


def titles(ask, code):
    """The name under which the shop buys what the supplier calls by this code."""
    return ask(
        "SELECT coalesce(t.name->>'fr_FR', t.name->>'en_US') FROM product_template t"
        " JOIN product_supplierinfo s ON s.product_tmpl_id = t.id"
        " WHERE s.product_code = %s LIMIT 1",
        code,
    )[0][0]

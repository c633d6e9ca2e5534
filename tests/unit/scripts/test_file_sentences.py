"""In a shell, too, a file that cannot be read says why."""

import pytest

from odoo.addons.foodcoop_file.lib import open as opened
from odoo.addons.foodcoop_sheet.lib import table

from house import cli


@pytest.mark.parametrize("reason", sorted(cli.FILE_SENTENCES))
def test_each_sentence_is_of_a_reason_and_ends(reason):
    assert reason in {text for name, text in vars(table).items() if name.isupper()}
    assert cli.FILE_SENTENCES[reason].endswith(".")


@pytest.mark.parametrize(
    "data", [b"", b"{\\rtf1", b"PK", b"<?xml ?><a>", b"x" * 20_000_001]
)
def test_what_the_reader_says_of_a_bad_file_has_its_sentence(data):
    with pytest.raises(table.ReadError) as error:
        opened.read_document(data, "list.xlsx")
    assert error.value.reason in cli.FILE_SENTENCES


def test_no_reason_is_without():
    notes = {"macros", "external_links", "columns_cut", "other_kind", "ocr"}
    notes.add("picture_pages")
    words = {text for name, text in vars(table).items() if name.isupper()}
    reasons = words - notes - {table.FULL, table.PARTIAL, table.SPECIAL}
    assert reasons == set(cli.FILE_SENTENCES)

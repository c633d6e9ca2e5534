# SPDX-License-Identifier: AGPL-3.0-or-later
"""Photos at the door: pictures only, none too large."""

import base64
import io

import pytest
from PIL import Image

from odoo.addons.foodcoop_reception.lib.photo import LARGEST, NoPhoto, read_photo


def picture(kind, size=(4, 3)):
    content = io.BytesIO()
    Image.new("RGB", size, "red").save(content, kind)
    return content.getvalue()


def encoded(content):
    return base64.b64encode(content).decode()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_comes_in_as_it_is(kind):
    content = picture(kind)
    assert read_photo(encoded(content)) == (content, f"image/{kind.lower()}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no base64 §",
        "AAA",
        encoded(b"<svg/>"),
        encoded(b"%PDF-1.7"),
        encoded(picture("GIF")),
        encoded(picture("JPEG")[:12]),
        encoded(picture("JPEG") + bytes(LARGEST)),
        encoded(picture("PNG", (6000, 5000))),  # small as a file, large once opened
    ],
)
def test_what_is_no_picture_or_too_large_stays_outside(text):
    with pytest.raises(NoPhoto):
        read_photo(text)

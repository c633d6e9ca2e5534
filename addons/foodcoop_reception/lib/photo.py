# SPDX-License-Identifier: AGPL-3.0-or-later
"""Photos that come in from terminals: what is let in."""

import base64
import binascii
import io

from PIL import Image, UnidentifiedImageError

MEGABYTE = 1024 * 1024
LARGEST = 5 * MEGABYTE
MOST_PIXELS = 20_000_000  # a few kilobytes may unfold to a gigabyte of memory
FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


class NoPhoto(ValueError):
    """What came is no picture, or a larger one than a terminal sends."""


def read_photo(text: str) -> tuple[bytes, str]:
    """The picture's bytes and its MIME type; only its head is read.

    :param text: the picture in base64.
    :raises NoPhoto: it is too large, or no JPEG, PNG or WebP.
    """
    if len(text) > LARGEST * 4 // 3 + 4:
        raise NoPhoto("too large")
    try:
        content = base64.b64decode(text, validate=True)
        with Image.open(io.BytesIO(content)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise NoPhoto("too many pixels")
            return content, FORMATS[picture.format or ""]
    except (
        binascii.Error,
        KeyError,
        UnidentifiedImageError,
        OSError,
        ValueError,
        Image.DecompressionBombError,
    ) as error:
        raise NoPhoto("no picture") from error

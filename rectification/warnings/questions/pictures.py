"""A short picture of a picture, so that a resized copy is known again (difference hash)."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError

_WIDE, _HIGH = 17, 16
# A picture that is larger is not opened.
_PIXELS = 50_000_000
# Of 256 points; a picture of one colour has no features and is never compared.
NEAR, _FEATURES = 10, 12


def looks(content: bytes) -> int | None:
    """Where brightness grows from left to right; None for what is no picture or has no features."""
    try:
        with Image.open(BytesIO(content)) as picture:
            if picture.width * picture.height > _PIXELS:
                return None
            grey = picture.convert("L").resize((_WIDE, _HIGH), Image.Resampling.LANCZOS)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
    points = grey.tobytes()
    bits = 0
    for row in range(_HIGH):
        line = points[row * _WIDE : (row + 1) * _WIDE]
        for place in range(_WIDE - 1):
            bits = bits << 1 | (line[place] > line[place + 1])
    return bits if _FEATURES <= bits.bit_count() <= 256 - _FEATURES else None


def is_same(one: int | None, other: int | None) -> bool:
    """Whether two pictures look the same but for their size and quality."""
    return one is not None and other is not None and (one ^ other).bit_count() <= NEAR

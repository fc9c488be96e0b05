"""Office packages whose bytes depend on their parts alone."""

import io
from collections.abc import Mapping
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_BEGINNING = (1980, 1, 1, 0, 0, 0)
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def repacked(package: bytes) -> bytes:
    """The same parts in a fixed order, without times, stored uncompressed: compressors differ
    between machines, and so would the bytes."""
    with ZipFile(io.BytesIO(package)) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()})


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts: fixed order, no times, uncompressed."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name in sorted(parts, key=lambda one: (one not in _FIRST, one)):
            info = ZipInfo(name, _BEGINNING)
            info.create_system = 0
            archive.writestr(info, parts[name])
    return stream.getvalue()

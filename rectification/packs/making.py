"""Filling a pack from everything that apps hand up as evidence."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from rectification.packs.units import unit_name
from rectification.packs.writing import Pack, digest_of, safe_name
from villages import registries
from villages.common.errors import DomainError
from villages.common.registries import EvidenceAsked, EvidenceFile, EvidenceSource

Told = Callable[[str, int, int], None]
RESTRICTED = "限县级知悉"


@dataclass(frozen=True)
class Made:
    """A pack that lies ready: where, its checksum, what is in it."""

    path: Path
    sha256: str
    size: int
    files: int


def make_pack(asked: EvidenceAsked, path: Path, told: Told) -> Made:
    """Writes the pack; equal rows give equal bytes. `told` hears how far it is."""
    sources = [one for one in registries.evidence() if asked.may(one.allowed)]
    with Pack(path) as pack:
        for place, source in enumerate(sources):
            still = partial(told, str(source.label), place, len(sources))
            _tables(pack, source, asked, still)
            _files(pack, source, asked, still)
        pack.index()
        pack.file("index.html", _("目录"), _page(pack, asked).encode())
        pack.sums()
    return Made(path, digest_of(path), path.stat().st_size, len(pack.members))


def _tables(
    pack: Pack, source: EvidenceSource, asked: EvidenceAsked, still: Callable[[], None]
) -> None:
    for table in source.tables(asked):
        still()
        if table.restricted and not asked.restricted:
            continue
        folder = RESTRICTED if table.restricted else safe_name(str(source.label))
        mark = [RESTRICTED] if table.restricted else []
        name = f"{folder}/{table.key}-{safe_name(str(table.title))}.xlsx"
        pack.table(name, table, [*_lines(asked), *mark])


def _files(
    pack: Pack, source: EvidenceSource, asked: EvidenceAsked, still: Callable[[], None]
) -> None:
    for one in source.files(asked):
        if one.restricted and not asked.restricted:
            continue
        still()
        _file(pack, one)


def _file(pack: Pack, one: EvidenceFile) -> None:
    path = f"{RESTRICTED}/{one.path}" if one.restricted else one.path
    try:
        content = one.content()
    except DomainError as error:
        # A file that is gone does not keep the others back: the pack says that it is missing.
        pack.empty.append(f"{one.title}:{error.message}")
        return
    pack.file(path, str(one.title), content, restricted=one.restricted)


def _lines(asked: EvidenceAsked) -> list[str]:
    return [_("%(unit)s  数据截止 %(on)s") % {"unit": unit_name(asked.unit), "on": asked.on}]


def _page(pack: Pack, asked: EvidenceAsked) -> str:
    context = {"pack": pack, "asked": asked, "unit": unit_name(asked.unit)}
    return render_to_string("rectification/packs/index.html", context)

"""What a workbook was made for: a hidden sheet, signed line by line so that a change is named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.common.periods import Month, parse_month
from villages.imports.reading.run import Book

SHEET, FORM = "表格印记", "1"
_SALT = "villages.filings.sealed"
_PLACE = "village "


@dataclass(frozen=True)
class Place:
    """One village: its name as printed, and the version of its filing when that was done."""

    name: str
    version: int


@dataclass(frozen=True)
class Seal:
    """Township and month, the inputs in order, the villages by code. `nonce` is the workbook's."""

    nonce: str
    township: str
    month: Month
    inputs: tuple[str, ...]
    places: Mapping[str, Place]

    def lines(self) -> list[list[str]]:
        """Name, value and signature of everything."""
        pairs = [
            ("nonce", self.nonce), ("form", FORM), ("township", self.township),
            ("month", self.month.code), ("inputs", " ".join(self.inputs)),
            ("villages", " ".join(sorted(self.places))),
            *((f"{_PLACE}{code}", f"{one.version} {one.name}")
              for code, one in sorted(self.places.items())),
        ]  # fmt: skip
        return [[name, value, _sign(self.nonce, name, value)] for name, value in pairs]


def seal_of(book: Book) -> Seal:
    """The seal of a returned workbook.

    Raises `sealed_missing` for anybody else's workbook, `sealed_altered` with the words for
    every line that is not as it was sealed.
    """
    rows = next((one.rows for one in book.sheets if one.name == SHEET), None)
    if rows is None:
        words = _("这不是本系统下载的离线填报表,或表中的印记页被删除。")
        raise DomainError("sealed_missing", words, _("请重新下载后填写。"))
    said = {name: (value, signature) for name, value, signature in map(_line, rows) if name}
    nonce = said.get("nonce", ("", ""))[0]
    _require_whole(nonce, said)
    known = {name: value for name, (value, _signature) in said.items()}
    return Seal(
        nonce, known["township"], parse_month(known["month"]), tuple(known["inputs"].split()),
        {code: _place(known[f"{_PLACE}{code}"]) for code in known["villages"].split()},
    )  # fmt: skip


def altered(places: Iterable[str]) -> DomainError:
    """The refusal that names what is not as it was handed out."""
    found = list(places)
    words = _("这张离线表被改动过:%s。") % "、".join(found[:8])
    hint = _("请重新下载,只填写白色的格;已填的数可以复制过去。")
    return DomainError("sealed_altered", words, hint)


def _line(row: list[Any]) -> tuple[str, str, str]:
    cells = [str(one) if one is not None else "" for one in [*row, "", "", ""][:3]]
    return cells[0], cells[1], cells[2]


def _require_whole(nonce: str, said: Mapping[str, tuple[str, str]]) -> None:
    """Nothing changed, nothing lost, nothing added."""
    if not nonce or not _is_signed(nonce, "nonce", *said["nonce"]):
        raise altered([_words("nonce")])
    head = ("nonce", "form", "township", "month", "inputs", "villages")
    codes = said.get("villages", ("", ""))[0].split()
    wanted = [*head, *(f"{_PLACE}{code}" for code in codes)]
    wrong = [
        name
        for name in dict.fromkeys([*wanted, *said])
        if name not in wanted or not _is_signed(nonce, name, *said.get(name, ("", "")))
    ]
    if wrong:
        raise altered(_words(name) for name in wrong)


def _words(name: str) -> str:
    heads = {
        "nonce": _("印记中的表号"), "form": _("印记中的表样版本"),
        "township": _("印记中的乡镇"), "month": _("印记中的月份"),
        "inputs": _("印记中的填报项"), "villages": _("印记中的村名单"),
    }  # fmt: skip
    return heads.get(name) or _("印记中村 %s 的版本") % name.removeprefix(_PLACE)[:20]


def _signer() -> Signer:
    """Workbooks sealed before a change of the secret key stay good while the old one is known."""
    return Signer(salt=_SALT, algorithm="sha256")


def _sign(nonce: str, name: str, value: str) -> str:
    return _signer().signature(f"{nonce}\n{name}\n{value}")


def _is_signed(nonce: str, name: str, value: str, signature: str) -> bool:
    try:
        _signer().unsign(f"{nonce}\n{name}\n{value}:{signature}")
    except BadSignature:
        return False
    return True


def _place(text: str) -> Place:
    version, _space, name = text.partition(" ")
    return Place(name, int(version))

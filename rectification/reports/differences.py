"""What one version of a report says otherwise than another: figures and sentences. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rectification.reports.content import Item, Line, ReportContent

_NONE = "—"


@dataclass(frozen=True)
class Difference:
    """A figure whose value or base differs, as it is printed both times with its base; `—` where
    one of the two has no number. `delta` is new less old, None where one of them is unknown."""

    code: str
    label: str
    old: str
    new: str
    unit: str
    delta: Decimal | None = None

    @property
    def row(self) -> tuple[str, str, str]:
        """Label, old, new with their unit, as the correction note prints them."""
        return self.label, _with_unit(self.old, self.unit), _with_unit(self.new, self.unit)


@dataclass(frozen=True)
class Reworded:
    """A sentence that stands in both and reads otherwise because of its words, not its figures."""

    key: str
    old: str
    new: str


@dataclass(frozen=True)
class Sentences:
    """Sentences that only the new one has, that only the old one has, and reworded ones; each as
    (key, text) in the order in which they stand."""

    added: tuple[tuple[str, str], ...]
    removed: tuple[tuple[str, str], ...]
    reworded: tuple[Reworded, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.reworded)


def differences(
    old: ReportContent, new: ReportContent, *, whole_only: bool = False
) -> list[Difference]:
    """Figures that differ, in the order of the new report, those that it lacks at the end. A gap
    and a figure that is not there are both no number. `whole_only` leaves townships out: what a
    page shows against the month before."""
    codes = dict.fromkeys([*(one.code for one in new.figures), *(one.code for one in old.figures)])
    pairs = ((old.by_code.get(code), new.by_code.get(code)) for code in codes)
    found = (_difference(before, after) for before, after in pairs)
    units = {one.code for one in (*old.figures, *new.figures) if one.unit_code}
    return [one for one in found if one and not (whole_only and one.code in units)]


def _difference(old: Item | None, new: Item | None) -> Difference | None:
    known = new or old
    texts = _shown(old), _shown(new)
    if known is None or texts[0] == texts[1]:
        return None
    return Difference(known.code, known.label, *texts, known.unit, _delta(old, new))


def _shown(item: Item | None) -> str:
    """The value; a share with its base, so that another base is a difference too."""
    if item is None:
        return _NONE
    has_base = item.unit == "%" and item.denominator is not None
    return item.shown("share" if has_base else "")


def _delta(old: Item | None, new: Item | None) -> Decimal | None:
    if old is None or new is None or old.number is None or new.number is None:
        return None
    return new.number - old.number


def _with_unit(text: str, unit: str) -> str:
    return text if text == _NONE or unit in text else f"{text}{unit}"


def note(found: Iterable[Difference]) -> list[str]:
    """The sentences of a correction note, one for each figure."""
    return [f"“{label}”由{old}更正为{new}。" for label, old, new in (one.row for one in found)]


def sentences(old: ReportContent, new: ReportContent) -> Sentences:
    """Which sentences came, went or were reworded. Whose figures alone changed is in none."""
    before = {one.key: one for one in old.lines}
    after = {one.key: one for one in new.lines}
    return Sentences(
        tuple((key, _text(new, one)) for key, one in after.items() if key not in before),
        tuple((key, _text(old, one)) for key, one in before.items() if key not in after),
        tuple(
            Reworded(key, _text(old, before[key]), _text(new, one))
            for key, one in after.items()
            if key in before and before[key].pattern != one.pattern
        ),
    )


def _text(content: ReportContent, line: Line) -> str:
    return content.said(line).text

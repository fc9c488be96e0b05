"""Villages and people: the frame of every report."""

from collections.abc import Iterator, Mapping

from rectification.reports.asked import Asked
from rectification.reports.content import Item, Line, Paragraph, Table, count, total
from rectification.reports.content.folds import Fold
from rectification.reports.content.formulas import Formula
from rectification.reports.told import Column, Known, Told, paragraph
from villages.common.figures import Figure

_SURVEY = "行政村基本情况"
_NUMBERS = (("households", "户数", "户"), ("population", "人口", "人"), ("members", "党员数", "名"))


def tell(asked: Asked) -> Told:
    """How many townships, villages, households, people, members. No query of its own."""
    columns = {
        key: Column(label, {one.code: getattr(one, key) for one in asked.places})
        for key, label, _unit in _NUMBERS
    }
    return Told(
        "ground", columns=columns, items=lambda tables: _items(asked, tables),
        per_township=("villages",), paragraphs=_words,
    )  # fmt: skip


def _items(asked: Asked, tables: Mapping[str, Table]) -> Iterator[Item]:
    townships = Formula("value", (Fold("villages", "distinct", "township_code"),))
    yield Item.of(Figure("townships", "乡镇（街道）数", len(asked.townships), "个"), townships)
    yield Item.of(Figure("villages", "村数", len(asked.places), "个"), count("villages"))
    for key, label, unit in _NUMBERS:
        stated = [(one.code, getattr(one, key)) for one in asked.places]
        missing = tuple(code for code, value in stated if value is None)
        whole = sum(value for _code, value in stated if value is not None)
        figure = Figure(key, label, whole, unit, missing=missing, source=_SURVEY)
        yield Item.of(figure, total("villages", key))


def _words(known: Known) -> Iterator[Paragraph]:
    day = known.asked.day_words
    said = f"截至{day}，全县{{townships}}个乡镇（街道）共{{villages}}个村。"
    yield from paragraph("", [Line("ground.scope", said)])

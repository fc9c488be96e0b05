"""What the composer adds once all topics have spoken: repetitions with rows, figures, a list."""

from collections.abc import Iterable, Iterator, Mapping

from rectification.reports.asked import Asked
from rectification.reports.content import (
    Fold,
    Formula,
    Item,
    Line,
    Problem,
    Table,
    Where,
    count,
    plain,
)
from rectification.reports.tables import numbered
from rectification.reports.told import Known, Told
from rectification.reports.topics.repeated import (
    KEY,
    TITLE,
    Again,
    code_of,
    pairs,
    repeated,
    silent_again,
    themes,
)

SILENT = f"{KEY}.silent"
_KEYS = ("kind", "problem", "unit_code", "unit", "township_code")
_HEADERS = ("类别代码", "问题", "单位代码", "单位", "乡镇代码")


def tell_repeated(now: Iterable[Problem], known: Known) -> Told:
    """Problems and silence that stood in the report before too; without one nothing. No query."""
    before, problems = known.asked.before, tuple(now)
    again, silent = pairs(problems, before), silent_again(known.items.values(), before)
    if not (again or silent):
        return Told(KEY)
    labels = {one.code: one.problem.title for one in again}
    labels |= {SILENT: "连续没有报送"} if silent else {}
    return Told(
        KEY, bases=(_base(known.asked, again, silent),),
        items=lambda tables: [*_items(labels, tables), *_of_themes(again, tables)],
        problems=lambda known: [*repeated(problems, before), *_silence(known.asked, silent)],
        tables=lambda known: _tables(known, again),
    )  # fmt: skip


def _base(asked: Asked, again: Iterable[Again], silent: Mapping[str, list[str]]) -> Table:
    """A unit of a repeated problem a row; departments lie in no township."""
    rows = [
        (one.code, one.problem.title, code, name, _township(asked, code))
        for one in again
        for code, name in one.units.items()
    ]
    rows += [
        (SILENT, "、".join(labels), code, _name(asked, code), _township(asked, code))
        for code, labels in silent.items()
    ]
    return Table(KEY, TITLE, _KEYS, _HEADERS, tuple(rows))


def _township(asked: Asked, code: str) -> str | None:
    place = asked.place_of.get(code)
    return place.township_code if place else code if code in asked.townships else None


def _name(asked: Asked, code: str) -> str:
    return asked.names([code]) or asked.townships.get(code, code)


def _items(labels: Mapping[str, str], tables: Mapping[str, Table]) -> Iterator[Item]:
    for code, label in labels.items():
        formula = count(KEY, Where("kind", "eq", code))
        yield Item.folded(code, f"{label}（两期都有的单位）", "个", formula, tables)


def _of_themes(again: Iterable[Again], tables: Mapping[str, Table]) -> Iterator[Item]:
    """Units of a theme with several problems, each once."""
    for title, group in themes(again).items():
        if len(group) > 1:
            units = Fold(KEY, "distinct", "unit_code", (Where("problem", "eq", title),))
            label = f"{title}（两期都有的单位）"
            yield Item.folded(code_of(group), label, "个", Formula("value", (units,)), tables)


def _silence(asked: Asked, silent: Mapping[str, list[str]]) -> Iterator[Problem]:
    if silent:
        names = [_name(asked, code) for code in silent]
        first = plain(f"{names[0]}（{'、'.join(next(iter(silent.values()))[:3])}）")
        line = Line(SILENT, f"{{{SILENT}}}个单位连续两期没有报送，如{first}。")
        yield Problem(SILENT, TITLE, line, tuple(silent), tuple(names))


def _tables(known: Known, again: Iterable[Again]) -> Iterator[Table]:
    """What was said then and what is said now, a repeated problem a row."""
    before = known.asked.before
    rows = [
        (one.problem.title, "、".join(one.units.values()), before.said(one.earlier.line).text,
         one.problem.line.said(lambda code, form: known.items[code].shown(form)).text)
        for one in again if before
    ]  # fmt: skip
    if rows:
        headers = ("问题", "单位", "上期", "本期")
        yield numbered(KEY, "反复出现的问题清单", headers, rows, (7, 10, 16, 16))

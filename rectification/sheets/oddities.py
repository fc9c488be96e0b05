"""What a ledger says that cannot be, and what is possible but odd."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.models import RectificationCase
from rectification.sheets.stored import kinds_of, year_of
from villages.imports.declaring import Context, Key, Row, RowFault, Values
from villages.imports.findings import Question

_SAME = {"case_class": _("类别"), "verdict": _("是否验收"), "closed": _("是否销号")}


def derive(context: Context, rows: list[Row]) -> list[Row]:
    """Kinds by the county's own name for them."""
    kinds = kinds_of(context.county)
    for row in rows:
        word = kinds.get(row.values.get("kind") or "")
        if word is not None:
            row.values["kind"] = word.name
    return rows


def faults(context: Context, rows: list[Row], stored: Mapping[Key, Values]) -> Iterator[RowFault]:
    """Rows of one village that say different things of its case; open cases of another batch."""
    first: dict[str, Row] = {}
    others = _open_elsewhere(context)
    for row in rows:
        if row.village is None:
            continue
        yield from _differing(first.setdefault(row.village.code, row), row)
        if number := others.get(row.village.code):
            words = str(_("这个村已有没有办结的整顿 %s。")) % number
            yield RowFault(row, "village", "case_open", words, str(_("请先办结那一轮。")))


def _differing(first: Row, row: Row) -> Iterator[RowFault]:
    for name, label in _SAME.items():
        said, now = first.values.get(name), row.values.get(name)
        if None not in (said, now) and said != now:
            words = str(_("同一个村的“%(label)s”与第 %(row)s 行不同。")) % {
                "label": label, "row": first.number,
            }  # fmt: skip
            yield RowFault(row, name, "case_differs", words, str(_("请改成一致。")))


def _open_elsewhere(context: Context) -> dict[str, str]:
    rows = RectificationCase.objects.in_county(context.county).open()
    rows = rows.exclude(listed_year=year_of(context))
    return dict(rows.values_list("village__code", "number"))


def questions(
    context: Context, rows: list[Row], stored: Mapping[Key, Values]
) -> Iterator[Question]:
    """Kinds that the county does not know yet, and states that only steps can change."""
    kinds, asked = kinds_of(context.county), set[str]()
    for row in rows:
        kind: Any = row.values.get("kind")
        if kind and kind not in kinds and kind not in asked:
            asked.add(kind)
            words = str(_("“%s”不在问题类型词表中,确认后登记为新的类型。")) % kind
            yield Question(row.sheet, row.number, "", "new_kind", words)
        yield from _states(row, stored)


def _states(row: Row, stored: Mapping[Key, Values]) -> Iterator[Question]:
    known = stored.get((row.village.code if row.village else "", row.values.get("kind"),
                        row.values.get("description")))  # fmt: skip
    if known is None:
        return
    for name in ("verdict", "closed"):
        if row.values.get(name) not in (None, known.get(name)):
            words = str(_("“%s”与系统中的不同;状态只按步骤办理,导入不改。")) % _SAME[name]
            yield Question(row.sheet, row.number, "", "state_differs", words)

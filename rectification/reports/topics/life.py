"""Organization life: what branches held of what was due in the period, kind by kind."""

from collections.abc import Iterator, Mapping

from branches.choices import MeetingKind
from rectification.reports.asked import Asked
from rectification.reports.content import Fold, Item, Table, Where, count, share_of
from rectification.reports.told import Told
from rectification.reports.topics.life_kinds import Kinds, kinds_of
from rectification.reports.topics.life_rows import TABLE, branch_rows
from rectification.reports.topics.life_words import front, problems, tasks, words

_SOURCE = "组织生活台账"
_ON_TIME = "分子为已开展的期数，分母为应开展且已填报的期数；没有填报的不计入分母，列为缺报。"


def tell(asked: Asked) -> Told:
    """The stretches of organization life that ended in the period. Three queries."""
    every = kinds_of(asked)
    base = branch_rows(asked, every)
    kinds = every.due_in(base)
    return Told(
        "life", bases=(base,), items=lambda tables: _items(kinds, tables),
        per_township=("life.on_time", *(f"life.{kind}.rate" for kind in kinds.ended)),
        paragraphs=lambda known: words(kinds, known), front=front,
        problems=lambda known: problems(kinds, known), tasks=tasks,
    )  # fmt: skip


def _items(kinds: Kinds, tables: Mapping[str, Table]) -> Iterator[Item]:
    base = tables[TABLE]
    if not base.rows:
        return
    yield Item.folded("life.branches", "党支部", "个", count(TABLE), tables)
    silent = count(TABLE, Where("unknown", "ge", 1))
    yield Item.folded(
        "life.unknown", "组织生活没有填全的党支部", "个", silent, tables,
        missing=_villages(base, "unknown"), definition="本期有到期的组织生活没有填报的。",
    )  # fmt: skip
    yield _share("life.on_time", "组织生活按期率", "held", "due", tables, _unknown(base, "unknown"))
    for kind in kinds.ended:
        yield from _of_kind(kind, tables)
    for kind in kinds.running:
        held = Fold(TABLE, where=(Where(f"{kind}_so_far", "eq", 1),))
        due = Fold(TABLE, where=(Where(f"{kind}_so_far", "known"),))
        yield Item.folded(
            f"life.{kind}.so_far", f"本期已开展{kind.label}的党支部占比", "%", share_of(held, due),
            tables, source=_SOURCE, definition="本期还没有结束；分母为应开展的全部党支部。",
        )  # fmt: skip
    yield _share(
        "life.attendance", "到会率", "attended", "should_attend", tables,
        _unknown(base, "attended"),
        definition="各党支部最近几次全体党员参加的组织生活，实到人数与应到人数之比。",
    )  # fmt: skip


def _of_kind(kind: MeetingKind, tables: Mapping[str, Table]) -> Iterator[Item]:
    gaps = _unknown(tables[TABLE], f"{kind}_unknown")
    label = str(kind.label)
    yield _share(f"life.{kind}.rate", f"{label}按期率", f"{kind}_held", f"{kind}_due", tables, gaps)
    missed = count(TABLE, Where(f"{kind}_missed", "ge", 1))
    yield Item.folded(
        f"life.{kind}.missed", f"未按期开展{label}的党支部", "个", missed, tables, missing=gaps,
        source=_SOURCE, definition="本期到期的各期中至少有一期报明没有开展的。",
    )  # fmt: skip


def _share(
    code: str, label: str, part: str, whole: str, tables: Mapping[str, Table],
    missing: tuple[str, ...], definition: str = _ON_TIME,
) -> Item:  # fmt: skip
    formula = share_of(Fold(TABLE, "sum", part), Fold(TABLE, "sum", whole))
    return Item.folded(
        code, label, "%", formula, tables, missing=missing, source=_SOURCE, definition=definition
    )


def _villages(base: Table, column: str) -> tuple[str, ...]:
    at, code = base.place(column), base.place("code")
    return tuple(sorted({str(row[code]) for row in base.rows if row[at]}))


def _unknown(base: Table, column: str) -> tuple[str, ...]:
    """Villages with a branch that did not tell something."""
    at, code = base.place(column), base.place("code")
    if column == "attended":
        return tuple(sorted({str(row[code]) for row in base.rows if row[at] is None}))
    return _villages(base, column)

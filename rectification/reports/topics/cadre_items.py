"""Figures of village cadres: people, posts, complete teams."""

from collections.abc import Iterator, Mapping

from rectification.reports.content import Fold, Item, Table, Where, share_of, total
from rectification.reports.content.formulas import Formula
from rectification.reports.topics.cadre_rows import Read

_LEDGER = "村干部台账"
_PEOPLE = (
    ("people", "people", "花名册人数", "在任村干部和后备干部，一人兼多职算一人"),
    ("serving", "serving", "在任村干部", "不含后备干部、驻村人员、小组长和网格员"),
    ("reserve", "reserve", "后备干部", ""),
    ("secretaries", "secretaries", "村党组织书记", ""),
    ("one_shoulder", "one_shoulder", "书记主任一肩挑", "书记同时担任本村村委会主任"),
    ("women", "women", "其中妇女", "花名册全部人员中的妇女"),
    ("high_school_or_above", "high_school", "高中及以上学历", "在任村干部中高中（中专）及以上"),
)
_TEAMS = (
    ("branch", "党组织班子健全的村", "有书记，委员不少于职数。"),
    ("committee", "村委会班子健全的村", "有主任，成员不少于职数，其中有女成员。"),
    ("both", "两委班子都健全的村", "党组织和村委会班子都健全。"),
)


def items(read: Read, tables: Mapping[str, Table]) -> Iterator[Item]:
    """Everything that the columns of villages give; villages without a ledger are gaps."""
    gaps = read.figures.unknown
    for code, column, label, definition in _PEOPLE:
        formula = total("villages", column, empty=None)
        yield Item.folded(
            f"cadres.{code}", label, "人", formula, tables, missing=gaps, source=_LEDGER,
            definition=definition,
        )  # fmt: skip
    lacking = (
        ("villages_without_secretary", "书记空缺村", "secretary"),
        ("villages_short_of_reserve", f"后备干部不足{read.figures.reserve_wanted}名的村",
         "reserve_enough"),
    )  # fmt: skip
    for code, label, column in lacking:
        yield Item.folded(
            f"cadres.{code}", label, "个", _without(column), tables, missing=gaps, source=_LEDGER,
            definition="有村干部台账的村减去符合的村。",
        )  # fmt: skip
    yield from _shares(read, tables)
    yield from _complete(read, tables)


def _without(column: str) -> Formula:
    """Villages of which the column says no; a gap where it says nothing of any."""
    known = Fold("villages", where=(Where(column, "known"),))
    return Formula("difference", (known, Fold("villages", "sum", column)), empty=None)


def _shares(read: Read, tables: Mapping[str, Table]) -> Iterator[Item]:
    about: dict[str, object] = {"missing": read.figures.unknown, "source": _LEDGER}
    school = share_of(Fold("villages", "sum", "high_school"), Fold("villages", "sum", "serving"))
    yield Item.folded(
        "cadres.high_school_share", "高中及以上学历占比", "%", school, tables,
        definition="在任村干部中高中（中专）及以上的占比。", **about,
    )  # fmt: skip
    none = Fold("villages", where=(Where("secretary", "eq", 0),))
    known = Fold("villages", where=(Where("secretary", "known"),))
    yield Item.folded(
        "cadres.without_secretary_share", "书记空缺村占比", "%", share_of(none, known), tables,
        definition="分母为有村干部台账的村。", **about,
    )  # fmt: skip


def _complete(read: Read, tables: Mapping[str, Table]) -> Iterator[Item]:
    for key, label, definition in _TEAMS:
        column = f"team_{key}"
        gaps = tuple(sorted(read.complete.codes(lambda one, key=key: getattr(one, key), None)))  # type: ignore[misc]
        about = {"missing": gaps, "source": "任职台账、职数核定", "definition": definition}
        whole = total("villages", column, empty=None)
        yield Item.folded(f"cadres.team.{key}", label, "个", whole, tables, **about)
        share = share_of(
            Fold("villages", "sum", column), Fold("villages", where=(Where(column, "known"),))
        )
        yield Item.folded(f"cadres.team.{key}_share", f"{label}占比", "%", share, tables, **about)

"""Figures of what is empty and of what happened: vacancies, joint reviews, dispositions."""

from collections.abc import Iterator, Mapping

from cadres.figures.vacancies import Chair
from rectification.reports.content import Fold, Item, Table, Where, count, total
from rectification.reports.content.formulas import Formula
from rectification.reports.topics.cadre_rows import Read

_BODIES = (str(Chair.PARTY), str(Chair.COMMITTEE))
_RESULTS = (
    ("passed", "联审通过", "pass"), ("conditional", "联审有条件通过", "conditional"),
    ("rejected", "联审不通过", "reject"),
)  # fmt: skip


def events(read: Read, tables: Mapping[str, Table]) -> Iterator[Item]:
    """Vacancies only where at least one village has a ledger; reviews and dispositions always."""
    if read.teams:
        yield from _vacancies(read, tables)
    yield from _reviews(tables)
    yield from _dispositions(tables)


def _vacancies(read: Read, tables: Mapping[str, Table]) -> Iterator[Item]:
    about = {"missing": read.figures.unknown, "source": "任职台账、职数核定"}
    bodies = Where("chair", "in", _BODIES)
    rows: tuple[tuple[str, str, str, Formula, str], ...] = (
        ("director", "村委会主任空缺村", "个",
         count("vacancies", Where("chair", "eq", str(Chair.DIRECTOR))), ""),
        ("seats", "“两委”缺员", "人", total("vacancies", "missing", bodies),
         "村党组织和村委会各自核定职数减去实有人数，没有核定职数的村不计。"),
        ("villages", "“两委”有空缺的村", "个",
         Formula("value", (Fold("vacancies", "distinct", "code"),)), "含书记、主任空缺的村。"),
        ("over", "“两委”空缺超过补选期限的村", "个",
         Formula("value", (Fold("vacancies", "distinct", "code", (Where("over", "eq", 1),)),)),
         "空缺超过县定补选月数的村。"),
    )  # fmt: skip
    for code, label, unit, formula, definition in rows:
        yield Item.folded(
            f"cadres.vacancies.{code}", label, unit, formula, tables, definition=definition, **about
        )
    yield from _days(tables)


def _days(tables: Mapping[str, Table]) -> Iterator[Item]:
    """Days of each village without a secretary, and the longest vacancy where there is one."""
    base = tables["vacancies"]
    if base.rows:
        longest = Formula("value", (Fold("vacancies", "max", "days"),), empty=None)
        yield Item.folded(
            "cadres.vacancies.longest", "“两委”空缺最长天数", "天", longest, tables,
            definition="台账不够早的，从台账最早一天算起，至少这么多天。",
        )  # fmt: skip
    secretary = Where("chair", "eq", str(Chair.SECRETARY))
    for row in base.rows:
        if base.cell(row, "chair") == str(Chair.SECRETARY):
            code = str(base.cell(row, "code"))
            fold = Fold("vacancies", "max", "days", (secretary, Where("code", "eq", code)))
            name = f"{base.cell(row, 'township')}{base.cell(row, 'village')}书记空缺天数"
            formula = Formula("value", (fold,), empty=None)
            yield Item.folded(f"cadres.vacant_days.{code}", name, "天", formula, tables)


def _reviews(tables: Mapping[str, Table]) -> Iterator[Item]:
    about = {"source": "任职资格联审台账"}
    begun, left = count("reviews", Where("initiated", "eq", 1)), Where("open", "eq", 1)
    yield Item.folded(
        "cadres.reviews.initiated", "发起联审", "人次", begun, tables,
        definition="本期发起的人次。", **about,
    )  # fmt: skip
    for code, label, result in _RESULTS:
        yield Item.folded(
            f"cadres.reviews.{code}", label, "人次",
            count("reviews", Where("result", "eq", result)), tables,
            definition="本期作出结论的人次。", **about,
        )  # fmt: skip
    yield Item.folded(
        "cadres.reviews.open", "正在联审", "人次", count("reviews", left), tables,
        definition="期末没有结论、没有撤回的人次。", **about,
    )  # fmt: skip


def _dispositions(tables: Mapping[str, Table]) -> Iterator[Item]:
    more = {"source": "不胜任处置台账", "definition": "本期作出决定、没有撤销的处置。"}
    yield Item.folded("cadres.dispositions", "处置", "人次", count("dispositions"), tables, **more)
    for place, kind in enumerate(kinds_of(tables["dispositions"]), 1):
        formula = count("dispositions", Where("kind", "eq", kind))
        yield Item.folded(f"cadres.dispositions.kind{place}", kind, "人次", formula, tables, **more)


def kinds_of(base: Table) -> list[str]:
    """The kinds of dispositions that occurred, by name."""
    return sorted({str(kind) for kind in base.column("kind")})

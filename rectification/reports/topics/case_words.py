"""Sentences about a batch: what its villages were listed for, and how far they are."""

from collections.abc import Iterable, Iterator

from rectification.reports.content import Line, Paragraph
from rectification.reports.told import Known, paragraph
from rectification.reports.topics.case_items import EFFECT, FATE, PROBLEM, SHOWN_STAGES, STAGE
from rectification.reports.topics.saying import kind_code, parts_said, span_word
from rectification.reports.words import labelled

Part = tuple[str, str]
_TEAMS = (
    ("党组织班子健全的村{}个", "branch-complete"), ("村委会班子健全的村{}个", "committee-complete"),
    ("两个班子都健全的村{}个", "both-complete"),
)  # fmt: skip


def case_words(known: Known, year: int, kinds: Iterable[str]) -> Iterator[Paragraph]:
    """The paragraph of a batch; nothing where nobody is listed."""
    if known.some(f"{EFFECT}listed"):
        tellers = (_stages, _closed, _tasks, _teams, _ranks, _petitions)
        lines = [_batch(known, year), *(tell(known) for tell in tellers), _problems(known, kinds)]
        yield from paragraph("后进村整顿", [line for line in lines if line])


def _line(key: str, said: str, before: str = "") -> Line | None:
    return Line(f"cases.{key}", labelled(f"{before}{said}。")) if said else None


def _batch(known: Known, year: int) -> Line | None:
    parts = (
        (f"{{={year}}}年排查确定后进村{{}}个", f"{EFFECT}listed"),
        ("申请验收{}个", f"{FATE}applied"), ("验收合格{}个", f"{FATE}passed"),
        ("验收不合格{}个", f"{FATE}failed"), ("等待结论{}个", f"{FATE}pending"),
        ("没有申请{}个", f"{FATE}not-applied"), ("验收合格率{}", f"{FATE}passed_share:share"),
    )  # fmt: skip
    return _line("batch", parts_said(known, parts))


def _stages(known: Known) -> Line | None:
    parts = [(f"{one.label}{{}}个", f"{STAGE}{one.key}") for one in SHOWN_STAGES]
    return _line("stages", parts_said(known, parts, "、"), "目前：")


def _closed(known: Known) -> Line | None:
    parts = (("新销号{}个", "cases.closed"), ("超过整顿时限{}个", "cases.overdue"))
    said = parts_said(known, parts)
    return _line(
        "closed", said, span_word(known.asked.period) if known.some("cases.closed") else ""
    )


def _tasks(known: Known) -> Line | None:
    if not known.some("cases.tasks"):
        return None
    parts = (
        ("整顿任务{}项", "cases.tasks"), ("已完成{}", "cases.tasks_done:share"),
        ("逾期未完成{}项", "cases.tasks_late"),
    )  # fmt: skip
    return _line("tasks", parts_said(known, parts))


def _teams(known: Known) -> Line | None:
    parts = [(words, f"{EFFECT}{key}") for words, key in _TEAMS]
    return _line("teams", _with_gap(known, parts), f"截至{known.asked.day_words}，")


def _with_gap(known: Known, parts: Iterable[Part]) -> str:
    """Behind the last number how many villages are not in it."""
    told = [(words, code) for words, code in parts if known.some(code)]
    said = parts_said(known, told)
    gap = f"{told[-1][1]}.unknown" if told else ""
    return f"{said}（另有{{{gap}}}个村没有登记，未计入）" if known.some(gap) else said


def _ranks(known: Known) -> Line | None:
    parts = (
        _with_gap(known, [("有入党积极分子{}名", f"{EFFECT}activists")]),
        _with_gap(known, [(_recruited(known), f"{EFFECT}recruits")]),
        _with_gap(known, [("后备干部{}名", f"{EFFECT}reserve")]),
    )
    return _line("ranks", "，".join(one for one in parts if one))


def _recruited(known: Known) -> str:
    villages = f"{EFFECT}recruiting-villages"
    where = f"在{{{villages}}}个村" if known.some(villages) else ""
    return f"当年{where}发展党员{{}}名"


def _problems(known: Known, kinds: Iterable[str]) -> Line | None:
    parts = [(f"{kind}{{}}个", f"{PROBLEM}{kind_code(kind)}") for kind in kinds]
    said = parts_said(known, parts, "、")
    if said and known.has("cases.problems"):
        said += "；问题解决率{cases.problems:share}"
    return _line("problems", said, "解决问题：")


def _petitions(known: Known) -> Line | None:
    """No petition is said only of villages that filed."""
    code = f"{EFFECT}petitions"
    if not known.has(code):
        return None
    if known.some(code):
        return _line("petitions", _with_gap(known, [("当年发生信访{}件", code)]))
    gap = f"{code}.unknown"
    more = f"（另有{{{gap}}}个村没有登记，未计入）" if known.some(gap) else ""
    return _line("petitions", f"当年已登记的月份信访{{{code}}}件{more}")

"""Sentences about inspections, problems by theme, and the list of findings."""

from collections import Counter
from collections.abc import Iterator

from rectification.reports.content import Cell, Line, Paragraph, Problem, Table, plain
from rectification.reports.tables import UNIT, numbered
from rectification.reports.told import Known, paragraph
from rectification.reports.topics.case_trouble import Row, rows_of
from rectification.reports.topics.inspection_rows import FINDINGS, TRIPS
from rectification.reports.topics.saying import (
    chinese_day,
    kind_code,
    named,
    next_end,
    parts_said,
    span_word,
)
from rectification.reports.words import MOST_NAMED, labelled

_GROUP = "inspections.group."


def findings_of(known: Known) -> list[Row]:
    """What was found, by village."""
    return list(rows_of(known.tables[FINDINGS]))


def inspection_words(known: Known) -> Iterator[Paragraph]:
    """How inspections were done and what they found."""
    if known.some("inspections.trips"):
        lines = (_done(known), *_teams(known), _found(known))
        yield from paragraph("督导检查", [line for line in lines if line])


def _done(known: Known) -> Line:
    parts = (
        ("组织督导检查{}次", "inspections.trips"), ("其中暗访{}次", "inspections.hidden"),
        ("涉及{}个乡镇（街道）", "inspections.townships"), ("到村{}个", "inspections.villages"),
        ("走访群众满意率{}", "inspections.satisfied:share"),
    )  # fmt: skip
    said = parts_said(known, parts)
    return Line("inspections.done", f"{span_word(known.asked.period)}{said}。")


def _teams(known: Known) -> Iterator[Line]:
    """The first trips by name with days, leader and unit."""
    trips = list(rows_of(known.tables[TRIPS]))[:MOST_NAMED]
    told = "；".join(_trip(one) for one in trips)
    yield Line("inspections.teams", plain(f"{told}。"))


def _trip(one: Row) -> str:
    leader = f"组长{one['leader']}" if one["leader"] else ""
    people = "、".join(str(part) for part in (one["office"], leader) if part)
    days = chinese_day(one["from_on"])
    if one["to_on"] != one["from_on"]:
        days += f"至{chinese_day(one['to_on'])}"
    return f"{one['title']}（{one['kind']}，{days}{'，' if people else ''}{people}）"


def _found(known: Known) -> Line | None:
    if not known.some("inspections.findings"):
        return None
    groups = Counter(str(one["group"]) for one in findings_of(known))
    order = sorted(groups, key=lambda group: (-groups[group], group))
    themes = "、".join(f"{group}{{{_GROUP}{kind_code(group)}}}个" for group in order)
    said = f"发现问题{{inspections.findings}}个：{themes}；已整改{{inspections.mended:share}}。"
    return Line("inspections.found", labelled(said))


def inspection_problems(known: Known) -> Iterator[Problem]:
    """A problem a theme: how many, and one village with the fact, not mended ones first."""
    groups: dict[str, list[Row]] = {}
    for one in findings_of(known):
        groups.setdefault(str(one["group"]), []).append(one)
    for group, rows in sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        waiting = [one for one in rows if not one["mended"]]
        if waiting:
            yield _problem(group, waiting)


def _problem(group: str, waiting: list[Row]) -> Problem:
    villages = {str(one["code"]): str(one["village"]) for one in waiting}
    first = min(waiting, key=lambda one: (-int(one["serious"] or 0), str(one["code"])))
    fact = f"{first['township']}{first['village']}{str(first['text']).rstrip('。')}"
    basis = f"（依据：{first['basis']}）" if first["basis"] else ""
    code = kind_code(group)
    said = f"{plain(group)}方面{{{_GROUP}{code}.open}}个问题没有整改，如{plain(fact + basis)}。"
    line = Line(f"inspections.{code}", said)
    return Problem(
        f"inspections.{code}", "督导检查发现", line, tuple(villages), tuple(villages.values())
    )


def inspection_tasks(known: Known) -> Iterator[Line]:
    """Who mends by when."""
    rows = [one for one in findings_of(known) if not one["mended"]]
    towns = list(dict.fromkeys(str(one["township"]) for one in rows))
    if towns:
        said = f"{named(towns)}于{next_end(known)}前整改督导检查发现的问题并书面反馈。"
        yield Line("inspections.mend", said)


def problem_list(known: Known) -> Iterator[Table]:
    """The attachment: every finding with its basis, requirement, day and whoever answers."""
    rows = findings_of(known)
    if rows:
        yield numbered(
            "findings", "督导检查问题清单",
            (UNIT, "村", "问题", "依据", "整改要求", "时限", "责任人"),
            [_listed(one) for one in rows], widths=(7, 7, 14, 8, 12, 7, 6),
        )  # fmt: skip


def _listed(one: Row) -> tuple[Cell, ...]:
    keys = ("township", "village", "text", "basis", "requirement", "due_on", "person")
    text = f"{one['text']}（已整改）" if one["mended"] else one["text"]
    return tuple(text if key == "text" else one[key] or "—" for key in keys)

"""Year-end assessment of townships: grades, what they rest on, vetoes, objections."""

from collections.abc import Iterator

from rectification.reports.asked import Asked
from rectification.reports.assessment.rules.schemes import GRADE_WORDS, Grade
from rectification.reports.assessment.states import AssessmentStatus, EntryKind, EntryStatus
from rectification.reports.assessment_parameters import MEND_BY
from rectification.reports.content import Line, Paragraph, Problem, plain
from rectification.reports.figures.assessment import Board, board
from rectification.reports.models import AssessmentEntry, AssessmentObjection
from rectification.reports.told import Known, Told, paragraph
from rectification.reports.topics.assessment_items import PER_TOWNSHIP, assessment_items
from rectification.reports.topics.assessment_rows import GRADES, VETOES, assessment_bases
from rectification.reports.topics.assessment_tables import assessment_tables
from rectification.reports.words import listed
from villages import parameters

# Rates whose base is a number of villages, meetings or answers that a reader can picture.
_TOLD = (
    ("life.theme_day", "主题党日按期率"), ("life.member_assembly", "党员大会按期率"),
    ("cadres.teams", "“两委”班子配齐村占比"), ("cadres.reviewed", "新任职务联审率"),
    ("cases.closed", "后进村按期销号率"), ("warnings.mended", "预警按期整改率"),
    ("economy.line", "经营性收入达线村占比"), ("masses.satisfaction", "群众满意率"),
    ("resident.days", "驻村天数达标人月占比"),
)  # fmt: skip


def tell(asked: Asked) -> Told:
    """Scores as frozen once published, computed from the rows before. Some 36 queries while it is
    a draft, six afterwards."""
    found = asked.read(board, asked.county.code, asked.as_of.year, asked.as_of)
    bases = assessment_bases(found, _vetoes(found), _objections(found))
    return Told(
        "assessment", bases=bases, items=assessment_items, per_township=PER_TOWNSHIP,
        paragraphs=_words, front=lambda known: _front(found, known), problems=_problems,
        tasks=_tasks, tables=lambda known: assessment_tables(found, known),
        facts={"assessment.status": found.status},
    )  # fmt: skip


def _vetoes(found: Board) -> list[AssessmentEntry]:
    rows = AssessmentEntry.objects.filter(assessment=found.assessment, kind=EntryKind.VETO)
    confirmed = rows.filter(status=EntryStatus.CONFIRMED).select_related("veto")
    return list(confirmed.order_by("township_code", "pk")) if found.assessment else []


def _objections(found: Board) -> list[AssessmentObjection]:
    rows = AssessmentObjection.objects.filter(assessment=found.assessment)
    return list(rows.order_by("township_code", "pk")) if found.assessment else []


def _front(found: Board, known: Known) -> Iterator[Line]:
    if found.status == AssessmentStatus.DRAFT:
        yield Line("assessment.draft", "年终考核得分为拟算结果，尚未向乡镇公示。")
    elif found.status == AssessmentStatus.PUBLISHED:
        yield Line("assessment.published", "年终考核得分正在公示，尚未审定。")
    if known.some("score.gaps"):
        yield Line(
            "assessment.gaps",
            "{score.gaps}个乡镇（街道）有缺数据的考核内容，缺数据的不计入满分、不按零分计算，"
            "清单见附件。",
        )


def _words(known: Known) -> Iterator[Paragraph]:
    yield from paragraph("考核结果", _results(known))
    yield from paragraph("主要指标", _rates(known))
    yield from paragraph("公示和异议", _outcome(known))


def _results(known: Known) -> Iterator[Line]:
    if not known.some("score.judged"):
        return
    parts = [
        f"“{GRADE_WORDS[grade]}”{{score.{grade}}}个（{listed(names)}）"
        for grade in Grade
        if (names := _graded(known, grade))
    ]
    yield Line(
        "assessment.grades",
        f"截至{known.asked.day_words}，{{score.judged}}个乡镇（街道）参加考核，"
        f"评为{'、'.join(parts)}。",
    )
    if known.some("score.calibrated"):
        yield Line("assessment.calibrated", "{score.calibrated}个乡镇（街道）的得分经过校准。")


def _graded(known: Known, grade: Grade) -> list[str]:
    table = known.tables[GRADES]
    mine = (row for row in table.rows if table.cell(row, "grade") == str(grade))
    return [str(table.cell(row, "township")) for row in mine]


def _rates(known: Known) -> Iterator[Line]:
    parts = [
        f"{label}{{assessed.{key}:share}}" for key, label in _TOLD if known.has(f"assessed.{key}")
    ]
    if parts:
        yield Line("assessment.rates", f"全县{'，'.join(parts)}。")
    if known.some("assessed.cases.relapses"):
        yield Line("assessment.relapses", "{assessed.cases.relapses}个村销号后反弹。")


def _outcome(known: Known) -> Iterator[Line]:
    if known.some("objections.opened"):
        parts = [
            f"{word}{{objections.{key}}}件"
            for key, word in (("upheld", "成立"), ("rejected", "维持"), ("open", "正在复核"))
            if known.some(f"objections.{key}")
        ]
        yield Line(
            "assessment.objections", f"公示后收到异议{{objections.opened}}件，{'、'.join(parts)}。"
        )


def _problems(known: Known) -> Iterator[Problem]:
    table = known.tables[VETOES]
    if not table.rows:
        return
    codes = tuple(dict.fromkeys(str(row[0]) for row in table.rows))
    names = tuple(dict.fromkeys(str(row[1]) for row in table.rows))
    first = plain(f"{table.rows[0][1]}{table.rows[0][2]}")
    line = Line("assessment.vetoes", f"一票否决{{score.vetoes}}项，如{first}。")
    yield Problem("assessment.veto", "考核一票否决方面", line, codes, names)


def _tasks(known: Known) -> Iterator[Line]:
    poor = _graded(known, Grade.POOR)
    if poor:
        asked = known.asked
        number = int(parameters.value(MEND_BY.key, on=asked.as_of, county=asked.county.code))
        day = f"{{={asked.as_of.year + 1}}}年{{={number // 100}}}月{{={number % 100}}}日"
        yield Line(
            "assessment.mend",
            f"评为“差”的{listed(poor)}于{day}前制定整改措施，逐项对照计分表整改。",
        )

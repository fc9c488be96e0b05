"""A case with something in every part of its file, and papers of every kind."""

import io
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from rectification.models import (
    Acceptance,
    AspectScore,
    CaseAnnex,
    CaseEvent,
    CaseObjection,
    CaseOpinion,
    CaseProgress,
    CaseRevisit,
    CaseSituation,
    CaseVisit,
    ProblemItem,
    RectificationCase,
    TaskItem,
    TeamMember,
    WorkDone,
)
from rectification.states import STEPS, CaseStatus
from tests.rectification.situations import case_in, scheme, standard, with_plan, words
from villages.common import clock

SECRET = "宗族势力干扰换届"
JPEG = b"\xff\xd8\xff\xe1\x00\x18Exif\x00\x00MM\x00*" + bytes(range(256)) + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def office(*parts: str, **sizes: int) -> bytes:
    """An Office package with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", *parts):
            archive.writestr(name, b"<x/>")
        for name, size in sizes.items():
            archive.writestr(name, bytes(size))
    return stream.getvalue()


DOCX, XLSX = office("word/document.xml"), office("xl/workbook.xml")


def filled_case(where: Any, **given: Any) -> RectificationCase:
    """Closed and revisited once."""
    case = with_plan(case_in(where, CaseStatus.FOLLOW_UP, level="county_key", **given), done=True)
    mine = {"case": case, "village": case.village, "county_code": case.county_code}
    _found(case, mine)
    _worked(case, mine)
    _accepted(case, mine)
    return case


def _found(case: RectificationCase, mine: dict[str, Any]) -> None:
    open_one, *_rest, restricted = standard(case.county_code).items.order_by("code")
    CaseSituation.objects.create(**mine, item=open_one, facts="书记空缺五个月,由副书记代管。")
    CaseSituation.objects.create(**mine, item=restricted, facts=SECRET)
    for department in ("纪委监委机关", "民政局", "公安局"):
        CaseOpinion.objects.create(
            **mine, department=department, opinion="agree", answered_on=date(2026, 2, 3)
        )
    CaseObjection.objects.create(
        **mine, raised_by="李村", raised_on=date(2026, 3, 3), text="今年已经配齐,不应列入。",
        answered_on=date(2026, 3, 6), answer="认定时仍空缺,维持认定。", upheld=False,
    )  # fmt: skip


def _worked(case: RectificationCase, mine: dict[str, Any]) -> None:
    found = {(one.use, one.name): one for one in words(case.county_code)}
    for seq, kind in enumerate(("土地", "宅基地", "班子"), 2):
        problem = ProblemItem.objects.create(
            **mine, seq=seq, kind=found["problem", kind],
            description=f"{kind}方面的遗留问题涉及 {seq} 户,群众多次反映没有得到答复",
        )  # fmt: skip
        for step in (1, 2):
            TaskItem.objects.create(
                **mine, problem=problem, seq=seq * 2 + step, line="focus", lead_unit="自然资源所",
                measure=f"逐户核实后张榜公布,第 {step} 步由包村干部入户说明并签字确认",
                lead_person="钱多", due_on=date(2026, 7, 31), progress=60,
            )  # fmt: skip
    for number in range(8):
        day = date(2026, 4, 1) + timedelta(days=14 * number)
        CaseVisit.objects.create(
            **mine, visitor="孙助", on=day, days=Decimal("1.5"), done="入户走访", solved=number % 3
        )
    for kind, quantity in (("大棚", 78), ("道路", 42)):
        WorkDone.objects.create(
            **mine, kind=found["work", kind], done_on=date(2026, 6, 1), quantity=Decimal(quantity),
            households=217,
        )  # fmt: skip
    for month in (202604, 202605, 202606):
        CaseProgress.objects.create(
            **mine, month=month, percent=month % 100 * 10, text="按计划推进"
        )
    for place, step in enumerate(STEPS[:12]):
        CaseEvent.objects.create(
            **mine, step=step.key, to_status=step.target or case.status, by_name="周县",
            on=date(2026, 1, 12) + timedelta(days=9 * place), at=clock.instant(),
            text=SECRET if place == 5 else "经部务会研究同意", restricted=place == 5,
        )  # fmt: skip


def _accepted(case: RectificationCase, mine: dict[str, Any]) -> None:
    attempt = Acceptance.objects.create(
        **mine, attempt=1, applied_on=date(2026, 9, 7), begun_on=date(2026, 9, 14),
        held_on=date(2026, 9, 18), eligible=60, satisfied=41, basically=9, dissatisfied=3,
        invalid=1, score=Decimal("91.5"), result="passed", concluded_on=date(2026, 9, 21),
    )  # fmt: skip
    for aspect in scheme(case.county_code).aspects.all():
        AspectScore.objects.create(
            **mine, acceptance=attempt, aspect=aspect, points=aspect.points - 4, note="台账不全"
        )
    for name, leads in (("周县", True), ("吴局", False), ("郑科", False)):
        TeamMember.objects.create(
            **mine, acceptance=attempt, name=name, unit="示例县委组织部", leads=leads
        )
    CaseRevisit.objects.create(
        **mine, months=3, due_on=date(2027, 1, 9), held_on=date(2026, 11, 2), visitors="周县",
        result="held",
    )  # fmt: skip
    CaseRevisit.objects.create(**mine, months=6, due_on=date(2027, 4, 9))


def annex(case: RectificationCase, title: str, **given: Any) -> CaseAnnex:
    """A paper without a file."""
    values = {"kind": "plan", "county_code": case.county_code, "village": case.village, **given}
    return CaseAnnex.objects.create(case=case, title=title, **values)

"""What is printed of a case: its own rows, nothing restricted, nobody's telephone."""

from datetime import date

from django.utils.translation import gettext as _

from rectification.models import RectificationCase
from rectification.papers.content import CaseFile, Said, pairs
from rectification.papers.parts_after import accepting, annexes, closing
from rectification.papers.parts_before import finding, planning
from rectification.papers.parts_work import duties, events, work
from rectification.papers.wording import chinese_day
from rectification.states import OFF_THE_LIST

JOINS = ("village__township__county", "scheme", "previous_case")


def case_file(case: RectificationCase, *, on: date) -> CaseFile:
    """The file of a case as of a day. `case` comes with `JOINS`; about 20 queries."""
    return CaseFile(
        title=_("整顿档案"),
        name=f"{case.village.township.name} {case.village.name}",
        cover=_cover(case, on),
        parts=(
            finding(case), planning(case), duties(case), events(case), work(case),
            accepting(case), closing(case), annexes(case),
        ),
    )  # fmt: skip


def _cover(case: RectificationCase, on: date) -> tuple[Said, ...]:
    village = case.village
    ended = case.closed_on if case.status in OFF_THE_LIST else None
    return pairs(
        (_("县"), village.township.county.name),
        (_("编号"), case.number_shown),
        (_("批次"), _("%s 年") % case.listed_year),
        (_("类别"), case.get_case_class_display()),
        (_("层级"), case.get_level_display()),
        (_("状态"), case.get_status_display()),
        (_("认定日期"), chinese_day(case.confirmed_on)),
        (_("整顿时限"), chinese_day(case.deadline)),
        (_("销号日期"), chinese_day(ended)),
        (_("上一轮"), case.previous_case.number_shown if case.previous_case else ""),
        (_("打印日期"), chinese_day(on)),
    ).pairs

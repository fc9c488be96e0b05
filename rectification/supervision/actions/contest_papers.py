"""The result of a contest goes to the meeting; the trail keeps who took it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.figures.contests import result
from rectification.supervision.models import Contest
from rectification.supervision.papers.contest_content import ContestPaper, contest_paper
from rectification.supervision.papers.contest_drawing import document_of, workbook_of
from villages.common.errors import DomainError
from villages.trace.record import record

DRAWN = {"docx": document_of, "xlsx": workbook_of}


def meeting_paper(contest: Contest) -> ContestPaper:
    """What is printed; raises `contest_open` before the contest is finished."""
    if contest.finished_on is None:
        words = _("“%s”还没有评定,没有结果可以打印。") % contest.title
        raise DomainError("contest_open", words, _("打分齐全后先评定。"))
    return contest_paper(result(contest))


@transaction.atomic
def take_paper(contest: Contest, *, by: Any, form: str) -> tuple[bytes, str]:
    """The document or the workbook, and its name."""
    paper = meeting_paper(contest)
    record("contest.printed", contest, by=by, after={"format": form}, count=paper.count)
    return DRAWN[form](paper), f"{paper.title}-{_('仅供会议使用')}.{form}"

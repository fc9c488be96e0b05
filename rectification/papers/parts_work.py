"""Parts of a case file: who answers, what happened, what was done in the village."""

from django.utils.translation import gettext as _

from rectification.figures.case_file import visits_of
from rectification.figures.works import by_kind
from rectification.models import (
    CaseEvent,
    CaseExtension,
    CaseLink,
    CaseProgress,
    DutyHolder,
    RectificationCase,
    WorkDone,
)
from rectification.papers.content import Block, Grid, Part, lines, part
from rectification.papers.wording import joined, number, short_day, span, step_word


def duties(case: RectificationCase) -> Part:
    """Duty holders with their letters, and the helpers. Telephones are not printed."""
    return part(_("责任落实"), _("没有登记责任人和帮扶力量。"), (_holders(case), _helpers(case)))


def events(case: RectificationCase) -> Part:
    """Every step in its order, and the requests for more time."""
    return part(_("办理过程"), _("没有登记办理过程。"), (_steps(case), _extensions(case)))


def work(case: RectificationCase) -> Part:
    """Visits and works as sums, and how far it was each month."""
    visits = visits_of(case)
    said = _("共走访 %(visits)s 次、%(days)s 天,解决事项 %(solved)s 件。") % {
        "visits": visits.visits, "days": number(visits.days), "solved": visits.solved,
    }  # fmt: skip
    return part(
        _("走访和办实事"), _("没有登记走访和办实事。"),
        (lines("", said if visits.visits else ""), _works(case), _months(case)),
    )  # fmt: skip


def _holders(case: RectificationCase) -> Block:
    rows = DutyHolder.objects.filter(case=case)
    return Grid(
        _("责任人和责任书"), (_("责任"), _("姓名"), _("职务"), _("起止"), _("签订责任书")),
        (15, 9, 14, 14, 12),
        tuple(
            (row.get_kind_display(), row.name, row.post, span(row.since, row.to),
             short_day(row.letter_signed_on) or _("未登记"))
            for row in rows
        ),
    )  # fmt: skip


def _helpers(case: RectificationCase) -> Block:
    rows = CaseLink.objects.filter(case=case).select_related("kind")
    return Grid(
        _("帮扶力量"), (_("类别"), _("姓名"), _("职务"), _("单位"), _("起止")),
        (14, 9, 12, 15, 14),
        tuple((row.kind.name, row.person, row.post, row.unit, span(row.since, row.to))
              for row in rows),
    )  # fmt: skip


def _steps(case: RectificationCase) -> Block:
    """The words of a restricted event stay out; that the step was taken is known from the state."""
    rows = CaseEvent.objects.filter(case=case).order_by("id")
    return Grid(
        "", (_("日期"), _("事项"), _("办理后状态"), _("办理人"), _("说明")), (11, 11, 11, 9, 24),
        tuple(
            (short_day(row.on), step_word(row.step), row.get_to_status_display(), row.by_name,
             "" if row.restricted else joined(row.reason, row.text, row.document_no, by=";"))
            for row in rows
        ),
    )  # fmt: skip


def _extensions(case: RectificationCase) -> Block:
    rows = CaseExtension.objects.filter(case=case)
    return Grid(
        _("延期"), (_("次数"), _("申请日期"), _("原时限"), _("延至"), _("理由"), _("审批")),
        (6, 11, 11, 11, 17, 14),
        tuple(
            (str(row.ordinal), short_day(row.asked_on), short_day(row.old_deadline),
             short_day(row.new_deadline), row.reason,
             joined(row.get_answer_display(), row.answered_by, short_day(row.answered_on)))
            for row in rows
        ),
    )  # fmt: skip


def _works(case: RectificationCase) -> Block:
    return Grid(
        _("办实事"), (_("种类"), _("数量"), _("单位"), _("件数"), _("惠及户数")),
        (20, 12, 8, 8, 12),
        tuple(
            (one.kind, one.text, one.unit, str(one.works), number(one.households))
            for one in by_kind(WorkDone.objects.filter(case=case))
        ),
    )  # fmt: skip


def _months(case: RectificationCase) -> Block:
    rows = CaseProgress.objects.filter(case=case)
    return Grid(
        _("月进展"), (_("月份"), _("进度"), _("进展")), (10, 8, 42),
        tuple((f"{row.month // 100}-{row.month % 100:02d}", f"{row.percent}%", row.text)
              for row in rows),
    )  # fmt: skip

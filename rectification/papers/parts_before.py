"""Parts of a case file: how the village came on the list, and its plan."""

from collections import defaultdict

from django.utils.translation import gettext as _

from rectification.models import (
    CaseObjection,
    CaseOpinion,
    CaseSituation,
    ProblemItem,
    RectificationCase,
    TaskItem,
)
from rectification.papers.content import Block, Grid, Part, lines, pairs, part
from rectification.papers.wording import chinese_day, joined, short_day


def finding(case: RectificationCase) -> Part:
    """Screening, joint review, confirmation. Restricted situations are not there at all."""
    return part(
        _("排查认定"), _("这次整顿由纸质台账接管,没有登记排查认定的经过。"),
        (_dates(case), _situations(case), *_words(case), _opinions(case), _objections(case)),
    )  # fmt: skip


def planning(case: RectificationCase) -> Part:
    """One village, one plan: why, what for, problems with their measures."""
    return part(
        _("一村一策"), _("没有登记整顿方案。"),
        (
            pairs(
                (_("方案报审"), chinese_day(case.plan_submitted_on)),
                (_("方案通过"), chinese_day(case.plan_approved_on)),
                (_("原定时限"), chinese_day(case.first_deadline)),
                (_("现行时限"), chinese_day(case.deadline)),
            ),
            lines(_("（一）原因诊断"), case.diagnosis),
            lines(_("（二）整顿目标"), case.goal),
            _plan(case),
        ),
    )  # fmt: skip


def _dates(case: RectificationCase) -> Block:
    return pairs(
        (_("排查日期"), chinese_day(case.screened_on)),
        (_("走访人数"), _("%s 人") % case.interviewed if case.interviewed is not None else ""),
        (_("党委会"), chinese_day(case.township_meeting_on)),
        (_("决议号"), case.resolution_no),
        (_("上报日期"), chinese_day(case.proposed_on)),
        (_("认定日期"), chinese_day(case.confirmed_on)),
        (_("认定文号"), case.document_no),
        (_("验收办法"), case.scheme or ""),
    )


def _words(case: RectificationCase) -> tuple[Block, ...]:
    return (
        lines(_("排查事实"), case.facts),
        lines(_("上报理由"), case.proposal_reason),
        lines(_("研判意见"), case.review_decision),
    )


def _situations(case: RectificationCase) -> Block:
    rows = CaseSituation.objects.handed_on().filter(case=case).select_related("item")
    return Grid(
        _("认定情形"), (_("编号"), _("情形"), _("事实")), (8, 24, 28),
        tuple((row.item.code, row.item.situation, row.facts) for row in rows),
    )  # fmt: skip


def _opinions(case: RectificationCase) -> Block:
    rows = CaseOpinion.objects.filter(case=case)
    return Grid(
        _("部门意见"), (_("部门"), _("意见"), _("说明"), _("日期")), (14, 9, 26, 11),
        tuple(
            (row.department, row.get_opinion_display(), row.text, short_day(row.answered_on))
            for row in rows
        ),
    )  # fmt: skip


def _objections(case: RectificationCase) -> Block:
    verdicts = {True: _("成立"), False: _("不成立"), None: ""}
    rows = CaseObjection.objects.filter(case=case)
    return Grid(
        _("异议和答复"), (_("提出人"), _("日期"), _("异议"), _("答复"), _("结论")),
        (9, 11, 20, 20, 7),
        tuple(
            (row.raised_by, short_day(row.raised_on), row.text, row.answer, verdicts[row.upheld])
            for row in rows
        ),
    )  # fmt: skip


def _plan(case: RectificationCase) -> Block:
    """Each measure beside its problem; problems without measures and the other way round too."""
    tasks = defaultdict(list)
    for task in TaskItem.objects.filter(case=case):
        tasks[task.problem_id].append(task)
    rows = []
    for one in ProblemItem.objects.filter(case=case).select_related("kind"):
        said = joined(f"{one.seq}.", one.description), one.kind.name, one.get_status_display()
        rows += [(*said, *_measure(task)) for task in tasks.pop(one.pk, [None])]
    for left in tasks.values():
        rows += [("", "", "", *_measure(task)) for task in left]
    return Grid(
        _("（三）问题和措施"),
        (_("问题"), _("类型"), _("状态"), _("措施"), _("责任人"), _("时限"), _("进度")),
        (15, 7, 8, 17, 10, 12, 7), tuple(rows), merged=3,
    )  # fmt: skip


def _measure(task: TaskItem | None) -> tuple[str, str, str, str]:
    if task is None:
        return "", "", "", ""
    who = joined(task.lead_person or task.leader, task.lead_unit)
    return task.measure, who, short_day(task.due_on), f"{task.progress}%"

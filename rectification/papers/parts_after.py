"""Parts of a case file: acceptance, closing, revisits, and the list of papers."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from rectification.models import Acceptance, CaseAnnex, CaseRevisit, RectificationCase
from rectification.papers.content import Block, Grid, Part, lines, pairs, part
from rectification.papers.wording import chinese_day, joined, number, short_day


def accepting(case: RectificationCase) -> Part:
    """The application and every attempt with team, scores, vetoes and votes."""
    rows = Acceptance.objects.filter(case=case).prefetch_related(
        "members", "scores__aspect", "vetoes__veto"
    )
    attempts = [block for row in rows.order_by("attempt") for block in _attempt(row)]
    return part(_("验收"), _("还没有验收。"), (*_application(case), *attempts, _spot(case)))


def closing(case: RectificationCase) -> Part:
    """Notice, closing, follow-up, revisits."""
    return part(
        _("销号和回访"), _("还没有销号。"),
        (
            pairs(
                (_("公示开始"), chinese_day(case.notice_from)),
                (_("公示结束"), chinese_day(case.notice_to)),
                (_("销号日期"), chinese_day(case.closed_on)),
                (_("批复号"), case.approval_no),
                (_("转入巩固期"), chinese_day(case.followed_on)),
                (_("巩固达标"), chinese_day(case.consolidated_on)),
                (_("反弹日期"), chinese_day(case.relapsed_on)),
                (_("撤销日期"), chinese_day(case.withdrawn_on)),
                (_("撤销文号"), case.withdrawn_document),
            ),
            lines(_("撤销原因"), case.withdrawn_reason),
            _revisits(case),
            lines(_("典型做法"), case.story if case.is_model else ""),
        ),
    )  # fmt: skip


def annexes(case: RectificationCase) -> Part:
    """What lies in the file, with checksums: who holds a copy can prove it is the same."""
    rows = sorted(CaseAnnex.objects.handed_on().filter(case=case), key=_by_day)
    listed = tuple(
        (str(place), row.title, row.document_no, short_day(row.dated_on), row.file_name, row.sha256)
        for place, row in enumerate(rows, 1)
    )
    return part(
        _("卷内材料目录"), _("没有登记卷内材料。"),
        (
            Grid(
                "", (_("序号"), _("名称"), _("文号"), _("日期"), _("文件名"),
                     _("校验值(SHA-256)")),
                (5, 17, 12, 10, 13, 20), listed, small=True,
            ),
        ),
    )  # fmt: skip


def _by_day(row: CaseAnnex) -> tuple[date, int]:
    """Papers without a day stand last, on every database."""
    return row.dated_on or date.max, row.pk


def _application(case: RectificationCase) -> tuple[Block, ...]:
    return (
        pairs(
            (_("乡镇初验"), chinese_day(case.checked_on)),
            (_("自评得分"), number(case.self_score)),
            (_("申请日期"), chinese_day(case.applied_on)),
            (_("签字人"), case.signed_by),
        ),
        lines(_("整顿小结"), case.application),
    )


def _attempt(row: Acceptance) -> Iterator[Block]:
    yield pairs(
        (_("组织日期"), chinese_day(row.begun_on)),
        (_("验收日期"), chinese_day(row.held_on)),
        (_("得分"), number(row.score)),
        (_("结论"), joined(row.get_result_display(), chinese_day(row.concluded_on))),
        (_("应到人数"), number(row.eligible)),
        (_("满意票"), number(row.satisfied)),
        (_("基本满意票"), number(row.basically)),
        (_("不满意票"), number(row.dissatisfied)),
        (_("无效票"), number(row.invalid)),
        (_("重新整顿时限"), chinese_day(row.new_deadline)),
        heading=str(row),
    )
    yield from _found(row)


def _found(row: Acceptance) -> Iterator[Block]:
    team = _("验收组:%s。") % "、".join(
        joined(one.name, f"（{one.unit}{_('，组长') if one.leads else ''}）", by="")
        for one in row.members.all()
    )
    yield lines("", team if row.members.all() else "")
    yield Grid(
        "", (_("方面"), _("满分"), _("得分"), _("扣分原因")), (22, 7, 7, 24),
        tuple(
            (one.aspect.name, number(one.aspect.points), number(one.points), one.note)
            for one in row.scores.all()
        ),
    )  # fmt: skip
    vetoes = tuple((one.veto.name, one.note) for one in row.vetoes.all())
    yield Grid("", (_("否决情形"), _("情况")), (24, 36), vetoes)
    yield lines("", _("不合格原因:%s") % row.reasons if row.reasons else "")


def _spot(case: RectificationCase) -> Block:
    return pairs(
        (_("市级抽查"), case.get_spot_result_display() if case.spot_result else ""),
        (_("抽查日期"), chinese_day(case.spot_on)),
    )


def _revisits(case: RectificationCase) -> Block:
    rows = CaseRevisit.objects.filter(case=case)
    return Grid(
        _("回访"), (_("第几个月"), _("应回访"), _("回访日期"), _("回访人"), _("结果"), _("情况")),
        (8, 11, 11, 10, 12, 16),
        tuple(
            (str(row.months), short_day(row.due_on), short_day(row.held_on) or _("未回访"),
             row.visitors, row.get_result_display(), row.text)
            for row in rows
        ),
    )  # fmt: skip

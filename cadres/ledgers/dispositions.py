"""Dispositions of unfit cadres."""

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from cadres.actions import disposition_answers, dispositions
from cadres.models import Disposition
from cadres.perms import may_keep_judgements, may_see_facts, may_see_judgements
from cadres.wording.dispositions import AppealResult, DispositionEnd
from villages.common.columns import Kind
from villages.common.errors import DomainError
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Verb

_SETTLED = ("kind_id", "situation_id", "facts", "found_by")


def _keep_decided(row: Disposition, _by: Any) -> None:
    """What a decision rests on stays as it was decided (`disposition_decided`)."""
    if not row.pk or row.decided_on is None:
        return
    stored = Disposition.objects.get(pk=row.pk)
    if any(getattr(stored, name) != getattr(row, name) for name in _SETTLED):
        raise DomainError(
            "disposition_decided",
            _now("已经作出决定,情形、事实和处置方式不能再改。"),
            _now("决定有误的,请通过申诉变更或撤销。"),
        )


def _decide(row: Disposition, *, by: Any, **asked: Any) -> Disposition:
    """By the kind that the form names."""
    if row.kind is None:
        said = _now("还没有选择处置方式。")
        raise DomainError("kind_missing", said, _now("请先在登记内容中选择。"))
    return dispositions.decide(row, by=by, kind=row.kind, **asked)


def _undecided(_user: Any, row: Disposition) -> bool:
    return row.decided_on is None and row.ended_on is None


def _decided(_user: Any, row: Disposition) -> bool:
    return row.decided_on is not None and row.ended_on is None


def _retestable(user: Any, row: Disposition) -> bool:
    return _decided(user, row) and bool(row.kind and row.kind.retest)


def _appealed(_user: Any, row: Disposition) -> bool:
    return row.appealed_on is not None and not row.appeal_result


def _verb(key: str, label: Any, en: str, act: Any, offered: Any, *asks: Ask) -> Verb:
    return Verb(key, label, en, act=act, asks=asks, may=may_keep_judgements, offered=offered)


def _day(name: str, zh: Any, en: str, *, required: bool = True) -> Ask:
    return Ask(name, zh, en, Kind.DATE, required=required)


VERBS = (
    _verb(
        "decide", _("作出决定"), "decide", _decide, _undecided,
        _day("township_meeting_on", _("乡镇党委会议日期"), "township meeting on"),
        _day("decided_on", _("决定日期"), "decided on"),
        Ask("decision_no", _("决定文号"), "decision number", most=60),
    ),
    _verb(
        "file", _("登记备案"), "note the filing", dispositions.file, _decided,
        _day("filed_organization_on", _("报组织部备案日期"), "filed with organization department",
             required=False),
        _day("filed_civil_on", _("报民政局备案日期"), "filed with civil affairs", required=False),
    ),
    _verb(
        "appeal", _("登记申诉"), "note an appeal", disposition_answers.appeal, _decided,
        _day("appealed_on", _("申诉日期"), "appealed on"),
    ),
    _verb(
        "answer-appeal", _("答复申诉"), "answer the appeal", disposition_answers.answer_appeal,
        _appealed,
        Ask("appeal_result", _("申诉结果"), "result", Kind.CHOICE, choices=AppealResult.choices),
        _day("appeal_answered_on", _("申诉答复日期"), "answered on"),
    ),
    _verb(
        "retest", _("登记再评"), "note the retest", disposition_answers.retest, _retestable,
        _day("retest_on", _("再评日期"), "retested on"),
        Ask("retest_votes", _("再评票数"), "votes", Kind.INTEGER),
        Ask("retest_excellent", _("优秀票"), "excellent", Kind.INTEGER),
        Ask("retest_competent", _("称职票"), "competent", Kind.INTEGER),
    ),
    _verb(
        "end", _("结束处置"), "end", dispositions.end, _decided,
        _day("ended_on", _("结束日期"), "ended on"),
        Ask("end_reason", _("结束原因"), "reason", Kind.CHOICE, choices=DispositionEnd.choices),
        Ask("improved", _("是否改正"), "improved", Kind.BOOLEAN, required=False),
    ),
)  # fmt: skip
DISPOSITIONS = Ledger(
    key="dispositions",
    # The facts are restricted and never travel in sheets.
    imported=False,
    hub="cadres",
    model=Disposition,
    title=_("不胜任处置"),
    one=_("处置"),
    title_en="dispositions",
    one_en="disposition",
    items=(
        Item("village", fixed=True),
        Item("person", by="name", fixed=True),
        Item("situation", by="name", chosen=True),
        Item("facts", wide=True, listed=False, seen_by=may_see_facts),
        Item("found_by"),
        Item("found_on", fixed=True),
        Item("kind", by="name", chosen=True),
        Item("township_meeting_on", asked=False, shown=False),
        Item("decision_no", asked=False),
        Item("decided_on", asked=False),
        Item("effect_until", asked=False),
        Item("filed_organization_on", asked=False),
        Item("filed_civil_on", asked=False),
        Item("appealed_on", asked=False, shown=False),
        Item("appeal_result", asked=False, shown=False, chosen=True),
        Item("appeal_answered_on", asked=False, shown=False),
        Item("retest_on", asked=False, shown=False),
        Item("retest_votes", asked=False, shown=False),
        Item("retest_excellent", asked=False, shown=False),
        Item("retest_competent", asked=False, shown=False),
        Item("improved", asked=False, shown=False),
        Item("ended_on", asked=False),
        Item("end_reason", asked=False, chosen=True, shown=False),
    ),
    natural_key=("village", "person", "situation", "found_on"),
    order=("-found_on",),
    may_read=may_see_judgements,
    may_write=may_keep_judgements,
    removable=False,
    settle=_keep_decided,
    verbs=VERBS,
    charts=(Chart("kinds", _("按处置方式"), by="kind", unit=_("人次")),),
    search=("person__name", "decision_no"),
    empty=_("还没有不胜任处置。乡镇党委研究决定后登记,并报组织部和民政局备案。"),
)
LEDGERS = (DISPOSITIONS,)

"""Posts and their filings."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cadres.actions.answering import answer_filing
from cadres.actions.settling import settle_tenure
from cadres.actions.tenures import end, hand_over
from cadres.choices import EndReason, FilingAnswer, HowFilled, InstalledBy
from cadres.models import PostFiling, PostTenure
from cadres.perms import may_answer_filings
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Verb


def _open(_user: Any, row: PostTenure) -> bool:
    return row.ended_on is None


END = Verb(
    "end", _("办理离任"), "end tenure", act=end, offered=_open,
    asks=(
        Ask("ended_on", _("离任时间"), "first day out of office", Kind.DATE),
        Ask(
            "end_reason", _("离任原因"), "reason of leaving", Kind.CHOICE,
            choices=EndReason.choices,
        ),
        Ask("end_note", _("离任说明"), "note on leaving", required=False, wide=True),
    ),
    explains=_("离任当日起不再计入在任;任职经历保留。"),
)  # fmt: skip
HAND_OVER = Verb(
    "hand-over", _("交接职务"), "hand over", act=hand_over, offered=_open,
    asks=(
        Ask(
            "successor", _("接任人姓名"), "name of the successor", most=40,
            about_zh=_("应已登记在本村花名册。"),
        ),
        Ask("on", _("交接日期"), "day of handing over", Kind.DATE),
        Ask(
            "how_filled", _("选配方式"), "how filled", Kind.CHOICE, required=False,
            choices=HowFilled.choices,
        ),
        Ask(
            "installed_by", _("产生方式"), "installed by", Kind.CHOICE, required=False,
            choices=InstalledBy.choices,
        ),
    ),
    explains=_("现任自交接日离任,接任人同日任职。"),
)  # fmt: skip
TENURES = Ledger(
    key="tenures",
    hub="cadres",
    model=PostTenure,
    title=_("任职"),
    one=_("任职"),
    title_en="tenures",
    one_en="tenure",
    items=(
        Item("village", width=14),
        Item("person", by="name", width=10),
        Item("post", chosen=True, width=18),
        Item("duty", shown=False),
        Item("started_on"),
        Item("how_filled", chosen=True),
        Item("installed_by", chosen=True, shown=False),
        Item("term_number", shown=False),
        Item("filing_no", shown=False),
        Item("filed_on", shown=False),
        Item("ended_on"),
        Item("end_reason", chosen=True),
        Item("end_note", shown=False, wide=True),
        Item("recorded_on", shown=False, asked=False),
    ),
    natural_key=("village", "person", "post", "duty", "started_on"),
    order=("village__code", "-ended_on", "id"),
    settle=settle_tenure,
    verbs=(END, HAND_OVER),
    charts=(
        Chart("channels", _("按选配方式"), by="how_filled"),
        Chart("posts", _("按职务"), by="post"),
    ),
    search=("person__name",),
    empty=_("还没有任职记录。导入村干部花名册时自动生成。"),
    sections=(
        (_("任职"), (
            "village", "person", "post", "duty", "started_on", "how_filled", "installed_by",
            "term_number",
        )),
        (_("备案"), ("filing_no", "filed_on")),
        (_("离任"), ("ended_on", "end_reason", "end_note")),
    ),
)  # fmt: skip
ANSWER = Verb(
    "answer", _("答复备案"), "answer filing", act=answer_filing, may=may_answer_filings,
    offered=lambda _user, row: row.answered_on is None,
    asks=(
        Ask("answered_on", _("答复日期"), "answered on", Kind.DATE),
        Ask("answer", _("答复"), "answer", Kind.CHOICE, choices=FilingAnswer.choices),
        Ask("number", _("备案文号"), "filing number", required=False, most=40),
        Ask("note", _("答复说明"), "note", required=False, wide=True),
    ),
)  # fmt: skip
FILINGS = Ledger(
    key="post-filings",
    hub="cadres",
    model=PostFiling,
    title=_("任免备案"),
    one=_("任免备案"),
    title_en="filings of appointments and removals",
    one_en="filing",
    items=(
        Item("village", width=14),
        Item("person", by="name", width=10),
        Item("post", chosen=True, width=18),
        Item("kind", chosen=True),
        Item("asked_on"),
        Item("reason", wide=True, shown=False),
        Item("answered_on", asked=False),
        Item("answer", asked=False, chosen=True),
        Item("number", asked=False),
        Item("note", asked=False, shown=False),
    ),
    natural_key=("village", "person", "post", "kind", "asked_on"),
    order=("-asked_on", "id"),
    verbs=(ANSWER,),
    charts=(Chart("answers", _("按答复"), by="answer"),),
    empty=_("还没有任免备案。乡镇在书记、主任任免之前在这里报送。"),
)
LEDGERS = (TENURES, FILINGS)

"""Yearly appraisals."""

from django.utils.translation import gettext_lazy as _

from cadres.models import Appraisal
from cadres.perms import may_keep_judgements, may_see_facts, may_see_judgements
from villages.ledgers.declaring import Chart, Item, Ledger

APPRAISALS = Ledger(
    key="appraisals",
    hub="cadres",
    model=Appraisal,
    title=_("村干部年度考核"),
    one=_("年度考核"),
    title_en="appraisals",
    one_en="appraisal",
    items=(
        Item("village", fixed=True),
        Item("person", by="name", fixed=True),
        Item("year", fixed=True, chosen=True),
        Item("grade", chosen=True),
        Item("graded_on"),
        Item("votes", shown=False),
        Item("votes_excellent", shown=False),
        Item("votes_competent", shown=False),
        Item("votes_incompetent", shown=False),
        Item("comment", wide=True, listed=False, seen_by=may_see_facts),
    ),
    natural_key=("village", "person", "year"),
    order=("-year", "village__code"),
    may_read=may_see_judgements,
    may_write=may_keep_judgements,
    charts=(Chart("grades", _("按等次"), by="grade", unit=_("人次")),),
    search=("person__name",),
    empty=_("还没有年度考核。乡镇在年度考核后按人登记等次。"),
)
LEDGERS = (APPRAISALS,)

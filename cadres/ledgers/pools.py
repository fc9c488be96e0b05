"""Helper pools."""

from django.utils.translation import gettext_lazy as _

from cadres.ledgers.listing import LISTED, listed
from cadres.models import Helper, HelperKind, HelperPosting
from cadres.perms import may_keep_lists
from villages.ledgers.declaring import Chart, Item, Ledger, Part

KINDS = listed("helper-kinds", HelperKind, _("帮扶人才类别"), "helper kinds", "helper kind", LISTED)
HELPERS = Ledger(
    key="helpers",
    hub="cadres",
    model=Helper,
    title=_("帮扶人才库"),
    one=_("帮扶人才"),
    title_en="helpers",
    one_en="helper",
    items=(
        Item("name"),
        Item("kind", by="name", chosen=True),
        Item("unit"),
        Item("specialities", wide=True),
        Item("left_on", shown=False),
    ),
    natural_key=("name", "unit", "kind"),
    order=("kind__position", "name"),
    may_write=may_keep_lists,
    parts=(Part("helper-postings", "helper"),),
    charts=(Chart("kinds", _("按类别"), by="kind", unit=_("人")),),
    search=("name", "unit", "specialities"),
    empty=_("还没有登记帮扶人才。县委组织部登记姓名、类别和单位,不登记电话。"),
)
HELPER_POSTINGS = Ledger(
    key="helper-postings",
    hub="cadres",
    model=HelperPosting,
    title=_("人才帮扶到村"),
    one=_("人才帮扶"),
    title_en="helper postings",
    one_en="helper posting",
    items=(
        Item("village", fixed=True),
        Item("helper", by="name", chosen=True, fixed=True),
        Item("started_on", fixed=True),
        Item("ended_on"),
    ),
    natural_key=("village", "helper", "started_on"),
    order=("village__code",),
    search=("helper__name",),
    empty=_("还没有登记帮扶关系。登记帮扶人才后,再登记帮扶哪些村、从哪天起。"),
)
LEDGERS = (KINDS, HELPERS, HELPER_POSTINGS)

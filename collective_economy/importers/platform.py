"""The export of the three-assets platform (三资平台): its income, for comparison."""

from django.utils.translation import gettext_lazy as _

from collective_economy.actions.platform import existing_totals, save_totals, undo_totals
from collective_economy.importers.columns import amount
from villages.accounts import perms
from villages.imports.declaring import Key, Row, SheetKind
from villages.imports.place_columns import TOWNSHIP, VILLAGE


def key_of(row: Row) -> Key:
    """A village stands once in an export."""
    return (row.village.code if row.village else "",)


COLUMNS = (
    TOWNSHIP,
    VILLAGE,
    amount(
        "total_fen", "收入合计", "合计", "总收入", "本年累计收入", "累计收入", "集体总收入",
        "收入总额", "集体经济收入", help="平台上 1 月至本月的收入合计", sample="128600.00",
        required=True,
    ),
)  # fmt: skip
PLATFORM = SheetKind(
    key="three-assets",
    title=str(_("三资平台收入导出表")),
    columns=COLUMNS,
    identity=key_of,
    existing=existing_totals,
    save=save_totals,
    undo=undo_totals,
    needs_month=True,
    may_import=lambda user: perms.may_change_map(user) or perms.works_for_township(user),
)

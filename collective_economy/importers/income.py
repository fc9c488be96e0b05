"""The income sheet (村级集体经济收入统计表): January to a month, by category."""

from django.utils.translation import gettext_lazy as _

from collective_economy.actions.income import existing_income, key_of, save_income, undo_income
from collective_economy.importers.columns import COLUMNS
from collective_economy.importers.contracting import derive
from collective_economy.importers.oddities import oddities
from collective_economy.importers.refusals import refusals
from villages.accounts import perms
from villages.imports.declaring import SheetKind

INCOME = SheetKind(
    key="income",
    title=str(_("村级集体经济收入统计表")),
    columns=COLUMNS,
    identity=key_of,
    existing=existing_income,
    save=save_income,
    undo=undo_income,
    needs_month=True,
    may_import=lambda user: perms.may_change_map(user) or perms.works_for_township(user),
    questions=oddities,
    faults=refusals,
    derive=derive,
)

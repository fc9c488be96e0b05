"""Sheets of cases beside those of their ledgers."""

from django.utils.translation import gettext_lazy as _

from rectification.actions.taking_over import save_ledger, undo_ledger
from rectification.perms import may_keep_cases
from rectification.sheets.columns import COLUMNS
from rectification.sheets.oddities import derive, faults, questions
from rectification.sheets.stored import existing, key_of
from villages.imports.declaring import SheetKind

CASES = SheetKind(
    key="cases",
    title=str(_("软弱涣散(后进)村党组织整顿工作台账")),
    columns=COLUMNS,
    identity=key_of,
    existing=existing,
    save=save_ledger,
    undo=undo_ledger,
    may_import=may_keep_cases,
    questions=questions,
    faults=faults,
    derive=derive,
    twin="duplicate_row",
    group=_("整顿"),
)
SHEETS = (CASES,)

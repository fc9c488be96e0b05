"""What a new row leaves out and its ledger can find: a village's case, a case's village."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from villages.common.faults import Fault
from villages.ledgers.declaring import Ledger
from villages.ledgers.drafts import Draft


def complete(ledger: Ledger, drafts: Sequence[Draft], *, by: Any) -> None:
    """Puts into the values of rows that no uid names what their items find.

    What stays unknown is a fault. As many queries as the items need, whatever the number of rows.
    """
    finding = [item for item in ledger.items if item.find]
    unnamed = [one for one in drafts if not one.uid and one.is_good]
    for item in finding:
        if item.find and (open_ones := [one for one in unnamed if not one.values.get(item.name)]):
            item.find([one.values for one in open_ones], by)
    for item in finding:
        for one in unnamed:
            if not one.values.get(item.name):
                one.blame(Fault(item.name, "required", _("没有填写。"), _("请补填。")))

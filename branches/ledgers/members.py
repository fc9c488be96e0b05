"""The ledger of member counts."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from branches.choices import HOLDS_MEMBERS
from branches.ledgers.belonging import of_village, while_it_exists
from branches.models import MemberCount
from branches.models.counts import AGES, EDUCATION
from villages.common.columns import Column, Kind
from villages.common.faults import Fault
from villages.ledgers.declaring import Item, Ledger


def _check(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    yield from of_village(values)
    branch = values.get("branch")
    yield from while_it_exists(branch, values.get("as_of"), "as_of")
    if branch is not None and branch.kind not in HOLDS_MEMBERS:
        words = _("党员数填在党支部或联合党支部上,其他党组织自动汇总,不重复填写。")
        yield Fault("branch", "holds_no_members", str(words))


def _whole(row: dict[str, Any]) -> int | None:
    formal, probationary = row["formal"], row["probationary"]
    return None if probationary is None else formal + probationary


def _hidden(*names: str) -> tuple[Item, ...]:
    return tuple(Item(name, shown=False, total=True) for name in names)


COUNTS = Ledger(
    key="member-counts",
    hub="branches",
    model=MemberCount,
    title=_("党员数"),
    one=_("党员数"),
    title_en="member counts",
    one_en="member count",
    items=(
        Item("village", fixed=True),
        Item("branch", by="name", width=24, fixed=True),
        Item("as_of"),
        Item("formal", total=True),
        Item("probationary", total=True),
        Item("women", total=True),
        Item("minority", shown=False, total=True),
        Item("to_35", total=True),
        *_hidden("from_36_to_45", "from_46_to_55", "from_56_to_60"),
        Item("over_60", total=True),
        *_hidden("from_60", *EDUCATION, "floating", "veterans", "five_star", "pioneer"),
        *_hidden("dues_paid"),
    ),
    sections=(
        (_("党员"), ("village", "branch", "as_of", "formal", "probationary")),
        (_("年龄"), (*AGES, "from_60")),
        (_("学历"), EDUCATION),
        (_("其中"), ("women", "minority", "floating", "veterans", "five_star", "pioneer",
                   "dues_paid")),
    ),
    natural_key=("village", "branch", "as_of"),
    order=("-as_of", "village__code", "branch__name"),
    columns=(
        Column(
            "whole", _("党员总数"), kind=Kind.INTEGER, unit=_("人"), computed=True, show=_whole,
            needs=("formal", "probationary"), help=_("正式党员加预备党员;预备党员未填时不显示。"),
        ),
    ),
    check=_check,
    names=lambda row: f"{row.branch.name} {row.as_of}",
    empty=_("还没有党员数。乡镇组织干事按半年或变动时登记,只填人数,不填姓名。"),
)  # fmt: skip

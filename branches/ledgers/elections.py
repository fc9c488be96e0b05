"""The ledger of elections."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from branches import parameters as declared
from branches.actions.elections import begin_term
from branches.choices import ElectionResult
from branches.ledgers.belonging import of_village, while_it_exists
from branches.models import BranchElection
from villages import parameters
from villages.common.faults import Fault
from villages.ledgers.declaring import Chart, Item, Ledger


def _check(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    yield from of_village(values)
    yield from while_it_exists(values.get("branch"), values.get("held_on"), "held_on")
    if values.get("result") == ElectionResult.ELECTED and values.get("held_on"):
        yield from _valid(values, row.county_code)


def _valid(values: Mapping[str, Any], county: str) -> Iterator[Fault]:
    """What makes an election valid on its day: enough voters, enough candidates."""
    day = values["held_on"]
    quorum = parameters.value(declared.QUORUM.key, on=day, county=county)
    surplus = parameters.value(declared.SURPLUS.key, on=day, county=county)
    entitled, present = values.get("entitled"), values.get("present")
    if entitled and present is not None and present * 100 < entitled * quorum:
        words = _("到会 %(present)s 人,不足应到会 %(entitled)s 人的 %(quorum)s%%,选举无效。")
        said = words % {"present": present, "entitled": entitled, "quorum": quorum}
        yield Fault("present", "quorum", str(said))
    seats, candidates = values.get("seats"), values.get("candidates")
    if seats and candidates is not None and candidates * 100 < seats * (100 + surplus):
        more = _("候选人应比应选人数多 %(surplus)s%%以上。") % {"surplus": surplus}
        yield Fault("candidates", "surplus", str(more))


def _after(row: BranchElection, _before: Mapping[str, Any], by: Any) -> None:
    begin_term(row, by=by)


ELECTIONS = Ledger(
    key="branch-elections",
    hub="branches",
    model=BranchElection,
    title=_("党组织选举"),
    one=_("党组织选举"),
    title_en="elections of party organizations",
    one_en="election of a party organization",
    items=(
        Item("village", fixed=True),
        Item("branch", by="name", width=24, fixed=True),
        Item("held_on"),
        Item("kind", chosen=True),
        Item("approved_on", shown=False),
        Item("approval_no", shown=False, width=20),
        Item("entitled", total=True),
        Item("present", total=True),
        Item("seats", total=True),
        Item("candidates", total=True),
        Item("elected", total=True),
        Item("least_votes", shown=False),
        Item("result", chosen=True),
    ),
    natural_key=("village", "branch", "held_on", "kind"),
    order=("-held_on", "village__code"),
    check=_check,
    after=_after,
    charts=(Chart("results", _("按结果"), by="result"), Chart("months", _("按月份"), by="held_on")),
    names=lambda row: f"{row.branch.name} {row.held_on}",
    empty=_("还没有选举记录。换届、补选后由乡镇组织干事登记。"),
)

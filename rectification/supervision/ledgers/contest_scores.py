"""Villages that take part in contests, and what judges give them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions.contest_rows import held
from rectification.supervision.actions.contest_scores import refuse_too_many
from rectification.supervision.actions.contests import decide_award
from rectification.supervision.contest_words import AWARDS
from rectification.supervision.ledgers.contests import finished_faults
from rectification.supervision.models import ContestEntry, JudgeScore
from rectification.supervision.perms import may_keep_contests, may_see_contests, may_see_scores
from villages.common.columns import Kind
from villages.common.errors import DomainError
from villages.common.faults import Fault
from villages.ledgers.declaring import Ask, Item, Ledger, Part, Verb
from villages.trace.record import record


def _check_entry(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    yield from finished_faults(values.get("contest"), "contest")


def _kept_entry(row: ContestEntry) -> Iterable[Fault]:
    return finished_faults(row.contest, "")


def _entered(row: ContestEntry, _before: Any, _by: Any) -> None:
    """Nothing changes while somebody finishes the contest."""
    held(row.contest)


def find_villages(values: Sequence[dict[str, Any]], _by: Any) -> None:
    """A score that names only its entry belongs to the entry's village."""
    for one in values:
        if entry := one.get("entry"):
            one["village"] = entry.village


def _check_score(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    entry, aspect, village = values.get("entry"), values.get("aspect"), values.get("village")
    if entry is None or aspect is None:
        return
    yield from finished_faults(entry.contest, "entry")
    if village is not None and entry.village_id != village.pk:
        yield Fault("entry", "other_village", _now("这是另一个村的参赛登记。"))
    if aspect.contest_id != entry.contest_id:
        yield Fault("aspect", "other_contest", _now("这个评分项目属于另一场比武。"))
    try:
        refuse_too_many(aspect, values.get("points") or Decimal(0))
    except DomainError as error:
        yield Fault("points", error.code, error.message)


def _scored(row: JudgeScore, before: Mapping[str, Any] | None, by: Any) -> None:
    """A changed score stands in the trail for the county alone, with what stood there."""
    held(row.entry.contest)
    if before:
        record(
            "contest.rescored", row, by=by, before={"points": row.points_stored},
            after={"points": row.points, "judge": row.judge}, county_only=True,
        )  # fmt: skip


AWARD = Verb(
    "decide-award", _("决定奖项"), "decide the award", act=decide_award, may=may_keep_contests,
    offered=lambda _user, row: row.contest.finished_on is not None,
    asks=(
        Ask(
            "award", _("奖项"), "award", Kind.CHOICE,
            choices=[(str(key), label) for key, label in AWARDS.items()],
        ),
        Ask("reason", _("理由"), "reason", most=300, wide=True),
    ),
    explains=_("只有总分相同、正好在奖项分界上的村由人决定;其余由得分决定。"),
)  # fmt: skip

ENTRIES = Ledger(
    key="contest-entries",
    hub="orders",
    model=ContestEntry,
    title=_("比武参赛村"),
    one=_("参赛村"),
    title_en="villages in contests",
    one_en="village in a contest",
    items=(
        Item("village", fixed=True),
        Item("contest", by="title", fixed=True, width=30),
        Item("group", chosen=True, width=14),
        Item("speaker"),
        Item("award", asked=False, chosen=True),
        Item("place", asked=False, shown=False),
    ),
    natural_key=("village", "contest"),
    order=("-contest__held_on", "contest", "group", "village__code"),
    may_read=may_see_contests,
    may_write=may_keep_contests,
    check=_check_entry,
    holds=_kept_entry,
    after=_entered,
    verbs=(AWARD,),
    parts=(Part("judge-scores", "entry"),),
    search=("contest__title", "speaker"),
    names=lambda row: f"{row.village.full_name} {row.contest.title}",
    empty=_("还没有参赛村。在比武页面的“参赛村和分组”中一次登记。"),
)
SCORES = Ledger(
    key="judge-scores",
    hub="orders",
    model=JudgeScore,
    title=_("评委打分"),
    one=_("打分"),
    title_en="scores of judges",
    one_en="score of a judge",
    items=(
        Item("village", fixed=True, find=find_villages),
        Item("entry", by="contest__title", fixed=True, width=30),
        Item("aspect", by="name", fixed=True, width=20),
        Item("judge", fixed=True),
        Item("points"),
    ),
    natural_key=("village", "entry", "aspect", "judge"),
    order=("entry", "aspect", "judge"),
    may_read=may_see_scores,
    may_write=may_keep_contests,
    # A score is taken back on the judge's sheet, which keeps what stood there.
    removable=False,
    check=_check_score,
    after=_scored,
    secret=lambda _row: True,
    search=("judge",),
    names=lambda row: f"{row.entry.village.full_name} {row.judge}",
    empty=_("还没有打分。在比武页面按评委录入,或用表格导入。"),
)
LEDGERS: tuple[Ledger, ...] = (ENTRIES, SCORES)

"""Cases go along when villages are merged, renumbered or split.

Cases that are open, or off the list without a relapse, go to the main successor with all rows of
their file; relapsed and withdrawn ones stay as history of the old village. Events keep the village
under which they happened: nothing can change them. Of two villages with open cases people must
decide first which one goes on, so the change of the map is refused until they have.
"""

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.actions.stepping import Said, put_on_record
from rectification.models import RectificationCase
from rectification.models.belonging import CaseRow
from rectification.states import DROP, OFF_THE_LIST, OPEN, SEND_BACK, CaseStatus, offered
from villages.common.errors import DomainError
from villages.common.registries import MapFollower
from villages.divisions.heirs import hand_over
from villages.ledgers.keeping import changed
from villages.models import Village

EVENT = "moved"
GOING = (*OPEN, *OFF_THE_LIST)


def count(codes: Iterable[str]) -> int:
    """Cases of these villages that go along. One query."""
    rows = RectificationCase.objects.filter(village__code__in=list(codes), status__in=GOING)
    return int(rows.count())


def move(change: Any, by: Any) -> int:
    """Moves the cases of every village that a main one follows. Raises `merge_open_cases`."""

    def inherit(old: Village, new: Village) -> int:
        return _inherit(old, new, change, by)

    return hand_over(change, inherit)


def _inherit(old: Village, new: Village, change: Any, by: Any) -> int:
    rows = RectificationCase.objects.select_for_update().filter(village=old, status__in=GOING)
    rows = rows.order_by("pk")
    cases = list(rows)
    _refuse_two(new, cases)
    try:
        with transaction.atomic():
            for case in cases:
                _give(case, old, new, change, by)
    except IntegrityError:
        # Somebody opened a case of the heir meanwhile.
        _refuse_two(new, list(rows.all()))
        raise
    for model in CaseRow.__subclasses__():
        rows_of = model._default_manager.filter(case__in=cases)
        rows_of.update(village=new, county_code=new.county_code)
    return len(cases)


def _give(case: RectificationCase, old: Village, new: Village, change: Any, by: Any) -> None:
    said = Said(text=_("区划变更:%(old)s → %(new)s") % {"old": old.name, "new": new.name})
    changed(case, village=new, county_code=new.county_code)
    put_on_record(case, EVENT, by=by, on=change.effective_on, said=said, before=case.status)


def _refuse_two(new: Village, cases: list[RectificationCase]) -> None:
    """Names both, and by which step either of them can be ended first (`merge_open_cases`)."""
    mine = next((one for one in cases if one.status in OPEN), None)
    other = RectificationCase.objects.open().filter(village=new).first()
    if mine is None or other is None:
        return
    words = _("%(one)s和%(other)s都没有办结,合并后一个村只能有一个整顿。") % {
        "one": _named(mine), "other": _named(other),
    }  # fmt: skip
    ways = ";".join(f"{one}{_way_out(one)}" for one in (mine, other))
    hint = _("请先了结其中一个,把要留的问题和任务登记到另一个,再办理区划变更:%s。") % ways
    raise DomainError("merge_open_cases", words, hint)


def _named(case: RectificationCase) -> str:
    return f"{case}({case.get_status_display()})"


def _way_out(case: RectificationCase) -> str:
    """The step that takes a case off without a result; a proposal goes back first."""
    steps = offered(case.status)
    ending = next((one for one in steps if one.target == CaseStatus.WITHDRAWN), None)
    if ending is not None:
        return str(_("办理“%s”") % ending.label)
    return str(_("先“%(back)s”再“%(drop)s”") % {"back": SEND_BACK.label, "drop": DROP.label})


FOLLOWERS = (MapFollower("cases", gettext_lazy("整顿和整顿卷内记录"), count, move),)

"""The parts of the page of a case."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.figures.deadlines import NextStep
from rectification.models import RectificationCase
from rectification.perms import may_see_restricted, may_take_county_steps
from rectification.states import BY_KEY, OFF_THE_LIST, UNDER_WORK, WORKABLE, CaseStatus
from villages.accounts.perms import may_change_map, works_for_township
from villages.ledgers.declaring import Part, ledgers
from villages.ledgers.finding import address
from villages.ledgers.hubs import new_url
from villages.ledgers.parts import PartTable, part_tables
from villages.navigation import resolved

# Events that are no step of the table.
OTHER_EVENTS = {
    "opened": gettext_lazy("登记"),
    "taken-over": gettext_lazy("从台账接管"),
    "relapse-opened": gettext_lazy("反弹后重新列入"),
    "extended": gettext_lazy("延期"),
    "transferred": gettext_lazy("移交经办人"),
    "moved": gettext_lazy("区划变更"),
}
_BAD = frozenset({"return-plan", "check-failed", "return-application", "send-back"})
_GOOD = frozenset({"confirm", "approve-plan", "pass", "spot-pass", "close", "consolidate"})
# Rows of the file below the plan, each with the states in which more can be added.
_PARTS: dict[str, tuple[CaseStatus, ...]] = {
    "case-situations": (CaseStatus.SCREENING,),
    "case-opinions": (CaseStatus.PROPOSED, CaseStatus.JOINT_REVIEW),
    "case-objections": UNDER_WORK,
    "case-progress": UNDER_WORK,
    "case-extensions": UNDER_WORK,
    "acceptances": (),
    "case-revisits": OFF_THE_LIST,
    "case-annexes": (*UNDER_WORK, *OFF_THE_LIST),
}


def buttons(
    case: RectificationCase, user: Any, step: NextStep | None
) -> list[tuple[Any, str, bool]]:
    """Label, address and danger of what this person may do now; the step forward comes first."""
    ledger = ledgers()["cases"]
    verbs = [one for one in ledger.verbs if one.may(user) and one.offered(user, case)]
    first = step.step.key if step else ""
    verbs.sort(key=lambda one: (one.key != first, one.danger))
    taken = [(one.label, address(ledger, f"do_{one.key}", case.uid), one.danger) for one in verbs]
    return [*_sheet(case, user), *taken]


def _sheet(case: RectificationCase, user: Any) -> Iterator[tuple[Any, str, bool]]:
    """Where the team writes down what it found, while it has not concluded. One query at most."""
    if case.status == CaseStatus.COUNTY_ACCEPTANCE and may_take_county_steps(user):
        for attempt in case.acceptance_rows.filter(result=""):
            yield _("填写验收表"), reverse("cases:acceptance", args=[attempt.uid]), False


def edit_url(case: RectificationCase, user: Any, *names: str) -> str:
    """The form of the case, where one of these items takes another value now."""
    ledger = ledgers()["cases"]
    items = [ledger.item(name) for name in names]
    may = ledger.may_write(user) and any(one.open is None or one.open(case) for one in items)
    return address(ledger, "edit", case.uid) if may else ""


def add_urls(case: RectificationCase, user: Any) -> dict[str, str]:
    """The forms that add to the file now, by a word for the template."""
    workable, under = case.status in WORKABLE, case.status in UNDER_WORK
    wanted = {
        "problem": ("case-problems", workable), "task": ("case-tasks", workable),
        "helper": ("case-helpers", under), "duty": ("case-duties", under),
        "work": ("works-done", under), "visit": ("visits", under),
    }  # fmt: skip
    return {name: _new(case, user, key) for name, (key, may) in wanted.items() if may}


def order_url(case: RectificationCase, user: Any) -> str:
    """The form of an order about this case, for those who draft; empty where there is none."""
    may = may_change_map(user) or works_for_township(user)
    url = resolved("supervision:new") if may else ""
    return f"{url}?{urlencode({'case': case.uid})}" if url else ""


def list_url(case: RectificationCase, key: str) -> str:
    """The rows of this case in a ledger."""
    return f"{address(ledgers()[key])}?{urlencode({'case': case.uid})}"


def parts(case: RectificationCase, user: Any, on: date) -> Iterator[PartTable]:
    """Other rows of the file: those that are there, or that may be added now."""
    known = [key for key in _PARTS if key in ledgers()]
    shown = ledgers()["cases"]
    own = tuple(Part(key, "case", bars=False) for key in known)
    holder = replace(shown, parts=own)
    readable = [key for key in known if ledgers()[key].may_read(user)]
    for key, table in zip(readable, part_tables(holder, case, user, on), strict=True):
        may_add = case.status in _PARTS[key]
        if table.lines or (may_add and table.new_url):
            yield table if may_add else _closed(table)


def events(case: RectificationCase, user: Any) -> list[dict[str, Any]]:
    """What happened, the newest first; restricted words for the county alone. One query."""
    seen = may_see_restricted(user)
    return [_event(one, shown=seen or not one.restricted) for one in case.events.order_by("-id")]


def _event(one: Any, *, shown: bool) -> dict[str, Any]:
    step = BY_KEY.get(one.step)
    words = [one.reason, one.text] if shown else [_("内容限县级知悉")]
    papers = [_("文号:%s") % one.document_no] if one.document_no and shown else []
    return {
        "when": one.on.isoformat(),
        "who": one.by_name,
        "title": step.label if step else OTHER_EVENTS.get(one.step, one.step),
        "detail": " ".join(filter(None, [*words, *papers])),
        "tone": _tone(one.step, danger=bool(step and step.danger)),
    }


def _tone(key: str, *, danger: bool) -> str:
    if danger or key in _BAD:
        return "bad"
    return "done" if key in _GOOD else "info"


def _new(case: RectificationCase, user: Any, key: str) -> str:
    url = new_url(ledgers()[key], user) if key in ledgers() else ""
    return f"{url}?{urlencode({'village': case.village.code, 'case': case.uid})}" if url else ""


def _closed(table: PartTable) -> PartTable:
    return replace(table, new_url="")


def paper_urls(case: RectificationCase) -> list[tuple[Any, str, str]]:
    """Papers of the case: label, address, icon."""
    lists = f"{reverse('cases:paper_list', args=['ledger'])}?{urlencode({'case': case.uid})}"
    return [
        (_("整顿档案"), reverse("cases:case_file", args=[case.uid]), "download"),
        (_("卷内材料"), reverse("cases:annexes", args=[case.uid]), "upload"),
        (_("三张清单"), lists, "printer"),
    ]

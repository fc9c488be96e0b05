"""Two people amended one report: what the other one saved, beside what this one typed."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from rectification.reports.forms.editing import REVISION, WordsForm
from rectification.reports.models import Report
from villages.common.clock import ZONE
from villages.trace.models import AuditEntry


@dataclass(frozen=True)
class Conflict:
    """When and by whom the report was saved meanwhile; `theirs` are words that both changed, by
    key of the sentence, `taken` how many sentences only the other one changed."""

    when: str
    who: str
    theirs: dict[str, str]
    taken: int


def conflict_of(by: Any, row: Report, form: WordsForm, fresh: WordsForm) -> Conflict:
    """The report as it is now, in the unbound form `fresh`, against the cleaned `form`."""
    mine, others = set(form.touched), _others(form, fresh)
    theirs = {key: _shown(fresh, key) for key in others if key in mine}
    when, who = _last(by, row)
    return Conflict(when, who, theirs, len([key for key in others if key not in mine]))


def merged(typed: QueryDict, form: WordsForm, fresh: WordsForm) -> QueryDict:
    """What was typed; sentences that this person left alone now hold what stands there."""
    data, mine = typed.copy(), set(form.touched)
    data[REVISION] = str(fresh[REVISION].value())
    for key in _keys(fresh):
        for bound in _fields(fresh, key):
            data[bound.html_initial_name] = _first(bound.initial)
            if key not in mine:
                data.setlist(bound.html_name, _sent(bound.initial))
    return data


def _others(form: WordsForm, fresh: WordsForm) -> list[str]:
    """Sentences that no longer stand as the page showed them."""
    data: Any = form.data
    return [
        key for key in _keys(fresh)
        if any(data.get(one.html_initial_name, "").split() != _first(one.initial).split()
               for one in _fields(fresh, key))
    ]  # fmt: skip


def _keys(form: WordsForm) -> list[str]:
    return [name.removeprefix("w-") for name in form.fields if name.startswith("w-")]


def _fields(form: WordsForm, key: str) -> list[Any]:
    row = form.row(key)
    return [one for one in (row.words, row.out) if one is not None]


def _sent(value: Any) -> list[str]:
    """As a browser sends it: an empty box sends nothing."""
    if isinstance(value, bool):
        return ["True"] if value else []
    return [str(value)]


def _first(value: Any) -> str:
    sent = _sent(value)
    return sent[0] if sent else "False"


def _shown(fresh: WordsForm, key: str) -> str:
    row = fresh.row(key)
    if row.out is not None and row.out.initial:
        return _("(不印这句话)")
    return str(row.words.initial) or _("(空)")


def _last(by: Any, row: Report) -> tuple[str, str]:
    """When and by whom it was changed last. One query."""
    rows = AuditEntry.objects.visible_to(by).filter(
        object_kind=Report._meta.label_lower, object_key=row.uid, action="report.amended"
    )
    last = rows.order_by("-id").values_list("at", "actor_name").first()
    return (f"{last[0].astimezone(ZONE):%Y-%m-%d %H:%M}", last[1]) if last else ("", "")

"""The forms of one acceptance: what was found, and the conclusion."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.actions.recording import VOTES, Points, Results
from rectification.choices import AcceptanceResult
from rectification.models import Acceptance, SchemeAspect, SchemeVeto
from rectification.wording.acceptance import plain
from villages.common.columns import Kind
from villages.imports.forms.months import day_input
from villages.ledgers.forms.kinds import field_for

VOTE_LABELS = {
    "eligible": _("应到党员和村民代表"),
    "satisfied": _("满意票"),
    "basically": _("基本满意票"),
    "dissatisfied": _("不满意票"),
    "invalid": _("无效票"),
}
_PLACES = 2


class ResultsForm(forms.Form):
    """Points by aspect, counts of votes, vetoes. Everything may stay open in a draft."""

    held_on = forms.DateField(label=_("验收日期"), required=False, widget=day_input())
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, aspects: Sequence[SchemeAspect], vetoes: Sequence[SchemeVeto],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.aspects, self.vetoes = aspects, vetoes
        for one in aspects:
            self.fields[f"points_{one.pk}"] = points_field(one)
            self.fields[f"note_{one.pk}"] = _text(_("“%s”的扣分原因") % one.name)
        for name in VOTES:
            self.fields[name] = votes_field(name)
        for veto in vetoes:
            label = _("否决:%s") % veto.name
            self.fields[f"veto_{veto.pk}"] = _text(label, _("存在的写明情况,没有的留空。"))

    @property
    def results(self) -> Results:
        """What the action takes."""
        return results_of(self.cleaned_data, self.aspects, self.vetoes)


class ConcludeForm(forms.Form):
    """The conclusion of one acceptance."""

    result = forms.ChoiceField(
        label=_("结论"), choices=AcceptanceResult.choices, widget=forms.RadioSelect
    )
    on = forms.DateField(label=_("结论日期"), widget=day_input())
    new_deadline = forms.DateField(
        label=_("重新整顿时限"), required=False, widget=day_input(),
        help_text=_("不合格的必填。不早于现在的时限,一次不超过县里规定的延期。"),
    )  # fmt: skip
    reasons = forms.CharField(
        label=_("不合格原因"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Failed needs its deadline."""
        given: dict[str, Any] = super().clean() or {}
        failed = given.get("result") == AcceptanceResult.FAILED
        if failed and not given.get("new_deadline") and "new_deadline" not in self.errors:
            self.add_error("new_deadline", _("请填写重新整顿时限。"))
        return given


def points_field(aspect: SchemeAspect) -> forms.Field:
    """The points of an aspect, at most its full ones."""
    return field_for(
        Kind.DECIMAL, places=_PLACES, label=aspect.name, required=False,
        help_text=_("满分 %s 分。") % plain(aspect.points),
    )  # fmt: skip


def votes_field(name: str) -> forms.Field:
    """One pile of votes."""
    return field_for(Kind.INTEGER, label=VOTE_LABELS[name], required=False)


def stored(attempt: Acceptance) -> dict[str, Any]:
    """What the attempt holds, as the form begins."""
    scores = {f"points_{one.aspect_id}": one.points for one in attempt.scores.all()}
    notes = {f"note_{one.aspect_id}": one.note for one in attempt.scores.all()}
    vetoes = {f"veto_{one.veto_id}": one.note for one in attempt.vetoes.all()}
    votes = {name: getattr(attempt, name) for name in VOTES}
    return {
        "held_on": attempt.held_on, "version": attempt.version, **scores, **notes, **vetoes,
        **votes,
    }  # fmt: skip


def results_of(
    given: dict[str, Any], aspects: Iterable[SchemeAspect], vetoes: Iterable[SchemeVeto],
    held_on: date | None = None,
) -> Results:  # fmt: skip
    """Cleaned answers as results; an aspect without points and a veto without words are none."""
    points = {
        one.pk: Points(Decimal(found), given.get(f"note_{one.pk}", "") or "")
        for one in aspects
        if (found := given.get(f"points_{one.pk}")) is not None
    }
    said = {one.pk: given.get(f"veto_{one.pk}", "") for one in vetoes}
    return Results(
        held_on=given.get("held_on") or held_on, points=points,
        vetoes={key: words for key, words in said.items() if words},
        **{name: given.get(name) for name in VOTES},
    )  # fmt: skip


def _text(label: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=300, required=False, help_text=hint)

"""The forms of the acceptance of a whole batch: what all have in common, and a line a village."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rectification.actions.batch_accepting import Line, Round, stamp_of
from rectification.actions.recording import VOTES
from rectification.choices import AcceptanceResult
from rectification.forms.acceptance import points_field, results_of, stored, votes_field
from rectification.models import Acceptance, RectificationCase, SchemeAspect, SchemeVeto
from villages.imports.forms.months import day_input


class RoundForm(forms.Form):
    """Team and days, once for all villages that are saved together."""

    team = forms.CharField(
        label=_("验收组"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("刚开始验收的村必填。每人写“姓名 单位”,用分号隔开,第一人为组长。"),
    )  # fmt: skip
    begun_on = forms.DateField(label=_("组织日期"), widget=day_input())
    held_on = forms.DateField(label=_("验收日期"), required=False, widget=day_input())
    concluded_on = forms.DateField(label=_("结论日期"), widget=day_input())
    new_deadline = forms.DateField(
        label=_("不合格村的重新整顿时限"), required=False, widget=day_input()
    )

    @property
    def common(self) -> Round:
        """What the action takes."""
        given = self.cleaned_data
        return Round(
            begun_on=given["begun_on"], concluded_on=given["concluded_on"], team=given["team"],
            new_deadline=given["new_deadline"],
        )  # fmt: skip


class LineForm(forms.Form):
    """One village: points by aspect, votes, a veto, the conclusion."""

    stamp = forms.CharField(widget=forms.HiddenInput)
    veto = forms.ChoiceField(label=_("否决情形"), required=False)
    veto_note = forms.CharField(label=_("否决的情况"), max_length=300, required=False)
    decision = forms.ChoiceField(
        label=_("结论"), required=False,
        choices=[("", _("暂不结论")), *AcceptanceResult.choices],
    )  # fmt: skip

    def __init__(
        self, data: Any = None, *, case: RectificationCase, attempt: Acceptance | None,
        aspects: list[SchemeAspect], vetoes: list[SchemeVeto],
    ) -> None:  # fmt: skip
        begun = _begun(case, attempt)
        super().__init__(data, prefix=case.uid, initial=begun)
        self.case, self.attempt, self.aspects, self.vetoes = case, attempt, aspects, vetoes
        points = {f"points_{one.pk}": points_field(one) for one in aspects}
        votes = {name: votes_field(name) for name in VOTES}
        self.fields = {"stamp": self.fields["stamp"], **points, **votes, **self.fields}
        choice: Any = self.fields["veto"]
        choice.choices = [("", _("没有")), *((str(one.pk), one.name) for one in vetoes)]
        self.saved, self.refused = False, ""
        for name, field in self.fields.items():
            if name != "stamp":
                label = f"{case.village.name} {field.label}"
                field.widget.attrs["aria-label"] = label
                field.help_text = ""

    @property
    def cells(self) -> list[Any]:
        """Points and votes, in the order of the columns."""
        return [self[name] for name in (*(f"points_{one.pk}" for one in self.aspects), *VOTES)]

    def clean(self) -> dict[str, Any]:
        """A veto comes with what was found."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("veto") and not given.get("veto_note"):
            self.add_error("veto_note", _now("请写明否决的情况。"))
        return given

    def line(self, held_on: Any) -> Line:
        """What the action takes. Notes and vetoes that this screen does not show are kept."""
        given = {**_kept(self.attempt), **self.cleaned_data}
        shown = self.initial.get("veto")
        if shown:
            given.pop(f"veto_{shown}", None)
        if chosen := given.get("veto"):
            given[f"veto_{chosen}"] = given["veto_note"]
        given["held_on"] = held_on or (self.attempt.held_on if self.attempt else None)
        results = results_of(given, self.aspects, self.vetoes)
        return Line(self.case, given["stamp"], results, given.get("decision", ""))


def _begun(case: RectificationCase, attempt: Acceptance | None) -> dict[str, Any]:
    """What stands in the line before anybody types; the first veto found, if any."""
    values = {"stamp": stamp_of(case, attempt) if attempt else f"{case.version}.0"}
    if attempt is None:
        return values
    found: Mapping[str, Any] = stored(attempt)
    first = next(iter(attempt.vetoes.all()), None)
    told = {"veto": str(first.veto_id), "veto_note": first.note} if first else {}
    return {**found, **values, **told}


def _kept(attempt: Acceptance | None) -> dict[str, Any]:
    return stored(attempt) if attempt else {}

"""The form in which a team is scored: points and grounds for each item."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cadres.actions.assessments import Score
from cadres.models import AssessmentItem, TeamAssessment


class ScoreForm(forms.Form):
    """Two fields an item: `points_<key>` and `grounds_<key>`."""

    def __init__(self, *args: Any, items: list[AssessmentItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for item in items:
            self.fields[f"points_{item.pk}"] = _points(item)
            self.fields[f"grounds_{item.pk}"] = forms.CharField(
                label=_("“%s”的评分依据") % item.name, max_length=300,
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    @property
    def scores(self) -> dict[int, Score]:
        """What the action takes."""
        data = self.cleaned_data
        return {
            item.pk: Score(data[f"points_{item.pk}"], data[f"grounds_{item.pk}"])
            for item in self.items
        }


def given(row: TeamAssessment | None) -> dict[str, Any]:
    """What was given before, to begin with."""
    return dict(_given(row)) if row else {}


def _given(row: TeamAssessment) -> Iterator[tuple[str, Any]]:
    for one in row.points.all():
        yield f"points_{one.item_id}", one.points
        yield f"grounds_{one.item_id}", one.grounds


def _points(item: AssessmentItem) -> forms.DecimalField:
    field = forms.DecimalField(
        label=item.name, min_value=0, max_value=item.max_points, max_digits=3, decimal_places=1,
        help_text=_("0 到 %s 分。") % item.max_points,
    )  # fmt: skip
    field.unit = _("分")  # type: ignore[attr-defined]
    return field

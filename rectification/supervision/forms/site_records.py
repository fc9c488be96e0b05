"""The record of a visit on one page of a phone: what was seen, every point, what was found."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions.site_records import Answer, Found
from rectification.supervision.choices import AnswerKind
from rectification.supervision.forms.site_fields import (
    SEEN,
    found_fields,
    point_field,
    seen_field,
)
from rectification.supervision.models import ChecklistPoint, InspectionSite, SiteAnswer
from villages.common.columns import Kind
from villages.ledgers.forms.reading import DayField

FOUND = 3
OTHER = "其他"


class RecordForm(forms.Form):
    """Everything but the day may stay empty: what nobody looked at is not answered."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    visited_on = DayField(label=_("到村日期"))

    def __init__(
        self, *args: Any, points: Sequence[ChecklistPoint], known: Mapping[int, SiteAnswer],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.points, self.known = points, known
        for name, kind in SEEN.items():
            self.fields[name] = seen_field(name, kind)
        self.fields["note"] = seen_field("note", Kind.TEXT, most=1000, wide=True)
        for point in points:
            self.fields[f"point_{point.pk}"] = point_field(point)
        groups = [*dict.fromkeys(one.group for one in points), OTHER]
        for number in range(1, FOUND + 1):
            self.fields |= found_fields(number, list(dict.fromkeys(groups)))

    def clean(self) -> dict[str, Any]:
        """A finding has its words, and its group."""
        given: dict[str, Any] = super().clean() or {}
        for number in range(1, FOUND + 1):
            group, text = given.get(f"group_{number}"), given.get(f"text_{number}")
            if text and not group:
                self.add_error(f"group_{number}", _("请选择问题类别。"))
            if group and not text and f"text_{number}" not in self.errors:
                self.add_error(f"text_{number}", _("请写明问题。"))
        return given

    @property
    def values(self) -> dict[str, Any]:
        """What was seen, as the action takes it."""
        given = self.cleaned_data
        return {**{name: given[name] for name in SEEN}, "note": given["note"]}

    @property
    def answers(self) -> list[Answer]:
        """An answer to every point, empty ones too: they take back what was said before."""
        return [self._answer(one) for one in self.points]

    @property
    def found(self) -> list[Found]:
        """The findings that were told."""
        given = self.cleaned_data
        return [
            Found(
                given[f"group_{one}"], given[f"text_{one}"], given[f"severity_{one}"],
                given[f"restricted_{one}"],
            )
            for one in range(1, FOUND + 1)
            if given[f"text_{one}"]
        ]  # fmt: skip

    def sections(self) -> Iterator[tuple[Any, list[Any]]]:
        """The fields under headings: the visit, the points by group, the findings."""
        yield _("到村情况"), [self[name] for name in ("visited_on", *SEEN, "note")]
        for group, points in groupby(self.points, key=lambda one: one.group):
            yield group, [self[f"point_{one.pk}"] for one in points]
        for number in range(1, FOUND + 1):
            names = ("group", "severity", "text", "restricted")
            yield _("发现的问题 %d") % number, [self[f"{name}_{number}"] for name in names]

    def _answer(self, point: ChecklistPoint) -> Answer:
        said, before = self.cleaned_data[f"point_{point.pk}"], self.known.get(point.pk)
        if point.answer_kind == AnswerKind.TEXT:
            return Answer(point, text=said or "")
        if said is None:
            return Answer(point)
        # A remark that was made elsewhere stays.
        text = before.text if before else ""
        if point.answer_kind == AnswerKind.YES_NO:
            return Answer(point, is_yes=said, text=text)
        return Answer(point, number=said, text=text)


def stored(site: InspectionSite, known: Mapping[int, SiteAnswer]) -> dict[str, Any]:
    """What is written down already, as the form begins."""
    answers = {f"point_{pk}": _said(one) for pk, one in known.items()}
    seen = {name: getattr(site, name) for name in (*SEEN, "note", "visited_on", "version")}
    return {**seen, **answers}


def _said(one: SiteAnswer) -> Any:
    if one.point.answer_kind == AnswerKind.YES_NO:
        return one.is_yes
    if one.point.answer_kind == AnswerKind.TEXT:
        return one.text
    return f"{one.number.normalize():f}" if one.number is not None else None

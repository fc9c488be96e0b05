"""The fields of the record of a visit."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.supervision.choices import AnswerKind, Weight
from rectification.supervision.models import ChecklistPoint, InspectionSite
from villages.common.columns import Kind
from villages.ledgers.forms.kinds import field_for

_NUMBER_PLACES, _TEXT_MOST, _FOUND_MOST = 2, 300, 500
# What every visit records, by kind of value.
SEEN = {
    "on_duty": Kind.BOOLEAN, "board_updated": Kind.BOOLEAN, "board_latest_on": Kind.DATE,
    "meeting_book": Kind.BOOLEAN, "venue_in_use": Kind.BOOLEAN, "interviewed": Kind.INTEGER,
    "satisfied": Kind.INTEGER,
}  # fmt: skip
_KINDS = {
    AnswerKind.YES_NO: Kind.BOOLEAN,
    AnswerKind.NUMBER: Kind.DECIMAL,
    AnswerKind.TEXT: Kind.TEXT,
}


def seen_field(name: str, kind: Kind, **more: Any) -> forms.Field:
    """What every visit records."""
    field: Any = InspectionSite._meta.get_field(name)
    return field_for(kind, label=field.verbose_name, required=False, nullable=True, **more)


def point_field(point: ChecklistPoint) -> forms.Field:
    """The answer to a point of the checklist."""
    made = field_for(
        _KINDS[AnswerKind(point.answer_kind)], label=point.name, required=False, nullable=True,
        places=_NUMBER_PLACES, most=_TEXT_MOST,
    )  # fmt: skip
    made.unit = point.unit  # type: ignore[attr-defined]
    return made


def found_fields(number: int, groups: Sequence[str]) -> dict[str, forms.Field]:
    """One finding; all of it may stay empty."""
    chosen = [("", _("没有")), *((one, one) for one in groups)]
    return {
        f"group_{number}": forms.ChoiceField(
            label=_("问题类别"), choices=chosen, required=False
        ),
        f"severity_{number}": forms.ChoiceField(
            label=_("程度"), choices=Weight.choices, initial=Weight.GENERAL
        ),
        f"text_{number}": forms.CharField(
            label=_("问题"), max_length=_FOUND_MOST, required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
        ),
        f"restricted_{number}": forms.BooleanField(
            label=_("涉及违纪违法等线索,限县级知悉"), required=False
        ),
    }  # fmt: skip

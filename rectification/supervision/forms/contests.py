"""Forms of a contest: villages in groups, the score sheet of a judge."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions.contest_entries import Part
from rectification.supervision.figures.endowment import Proposed
from rectification.supervision.models import ContestEntry
from rectification.supervision.rules.contest import Aspect
from villages.common.columns import Kind
from villages.ledgers.forms.kinds import field_for
from villages.models import Village

_PLACES = 2
LONGEST = 30


class GroupsForm(forms.Form):
    """Group and speaker of each village; an empty group means that it does not take part."""

    def __init__(
        self, data: Any = None, *, rows: Sequence[Proposed],
        entries: Mapping[int, ContestEntry], proposed: Mapping[str, str],
    ) -> None:  # fmt: skip
        super().__init__(data)
        self.rows = rows
        for one in rows:
            village, entry = one.village, entries.get(one.village.pk)
            group = entry.group if entry else ""
            self._add(
                f"group_{village.code}", _("组别"), village, proposed.get(village.code, group)
            )
            self._add(f"speaker_{village.code}", _("演说人"), village, entry and entry.speaker)

    def _add(self, name: str, label: Any, village: Village, initial: Any) -> None:
        field = forms.CharField(
            label=label, max_length=LONGEST, required=False, initial=initial or ""
        )
        field.widget.attrs["aria-label"] = f"{village.full_name} {label}"
        if name.startswith("group_"):
            field.widget.attrs["list"] = "contest-groups"
        self.fields[name] = field

    @property
    def lines(self) -> list[tuple[Proposed, Any, Any]]:
        """Each village with its two inputs."""
        return [
            (one, self[f"group_{one.village.code}"], self[f"speaker_{one.village.code}"])
            for one in self.rows
        ]

    @property
    def parts(self) -> dict[Village, Part]:
        """What the action takes."""
        given = self.cleaned_data
        return {
            one.village: Part(
                given[f"group_{one.village.code}"], given[f"speaker_{one.village.code}"]
            )
            for one in self.rows
        }


class SheetForm(forms.Form):
    """Everything that one judge gives: a line for each village, a column for each aspect."""

    stamp = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Any = None, *, entries: Sequence[ContestEntry], aspects: Sequence[Aspect],
        initial: Mapping[str, Any],
    ) -> None:  # fmt: skip
        super().__init__(data, initial=dict(initial))
        self.entries, self.aspects = entries, aspects
        for entry in entries:
            for aspect in aspects:
                self.fields[cell_name(entry.pk, aspect.key)] = _points(entry, aspect)

    @property
    def lines(self) -> list[tuple[ContestEntry, list[Any]]]:
        """Each village with its inputs."""
        return [
            (entry, [self[cell_name(entry.pk, aspect.key)] for aspect in self.aspects])
            for entry in self.entries
        ]

    @property
    def points(self) -> dict[tuple[int, int], Decimal | None]:
        """What the action takes; nothing typed is nothing given."""
        return {
            (entry.pk, aspect.key): self.cleaned_data[cell_name(entry.pk, aspect.key)]
            for entry in self.entries
            for aspect in self.aspects
        }

    def clean(self) -> dict[str, Any]:
        """An aspect gets its full points at most; the message stands at its cell."""
        given: dict[str, Any] = super().clean() or {}
        for entry in self.entries:
            for aspect in self.aspects:
                name = cell_name(entry.pk, aspect.key)
                value = given.get(name)
                if value is not None and not 0 <= value <= aspect.points:
                    words = _("%(village)s“%(aspect)s”的得分应在 0 到 %(most)s 分之间。") % {
                        "village": entry.village.full_name, "aspect": aspect.name,
                        "most": plain(aspect.points),
                    }  # fmt: skip
                    self.add_error(name, words)
        return given


def cell_name(entry: int, aspect: int) -> str:
    """The name of an input."""
    return f"points_{entry}_{aspect}"


def plain(points: Decimal) -> str:
    """Points without needless zeros."""
    return f"{points.normalize():f}"


def _points(entry: ContestEntry, aspect: Aspect) -> forms.Field:
    label = f"{entry.village.full_name} {aspect.name}"
    field = field_for(Kind.DECIMAL, places=_PLACES, label=label, required=False)
    field.widget.attrs |= {"aria-label": label, "inputmode": "decimal"}
    return field

"""The form of a draft: its head, its grades and items in tables."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from branches.schemes.catalogue import FIGURES
from branches.schemes.choices import Comparison, Cycle, Judged
from branches.schemes.definitions import ItemDefinition, SchemeDefinition
from branches.scoring import Grade, Rule

EXTRA_GRADES, EXTRA_ITEMS = 2, 5
_FIGURES = [("", "—"), *((key, one.label) for key, one in FIGURES.items())]
_COMPARISONS = [("", "—"), *Comparison.choices]


class TableRow(forms.Form):
    """A row of a table: the head of the column is the label, so inputs carry it themselves."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = field.label


class HeadForm(forms.Form):
    """Title and cycle; `version` is what the page showed."""

    title = forms.CharField(label=_("方案名称"), max_length=60)
    cycle = forms.ChoiceField(label=_("评定周期"), choices=Cycle.choices)
    version = forms.IntegerField(widget=forms.HiddenInput)


class GradeRow(TableRow):
    """One grade."""

    name = forms.CharField(label=_("等次"), max_length=20)
    least = forms.DecimalField(
        label=_("最低得分"), min_value=Decimal(0), max_digits=6, decimal_places=2
    )

    def definition(self) -> Grade:
        """What was filled in."""
        return Grade(self.cleaned_data["name"], self.cleaned_data["least"])


class ItemRow(TableRow):
    """One item; rule and judgement have to agree."""

    part = forms.CharField(label=_("部分"), max_length=20, required=False)
    text = forms.CharField(
        label=_("评定内容"), max_length=200, widget=forms.Textarea(attrs={"rows": 2})
    )
    points = forms.DecimalField(
        label=_("分值"), min_value=Decimal("0.01"), max_digits=5, decimal_places=2
    )
    # An untouched row sends this choice too: it is what an empty row holds.
    judged = forms.ChoiceField(
        label=_("评定方式"), choices=Judged.choices, initial=Judged.YES_NO.value
    )
    figure = forms.ChoiceField(label=_("数据项"), choices=_FIGURES, required=False)
    comparison = forms.ChoiceField(label=_("比较"), choices=_COMPARISONS, required=False)
    wanted = forms.DecimalField(label=_("标准值"), required=False, max_digits=8, decimal_places=2)
    per_unit = forms.DecimalField(
        label=_("每差一个扣"), required=False, min_value=Decimal("0.01"), max_digits=5,
        decimal_places=2,
    )  # fmt: skip
    veto = forms.BooleanField(label=_("一票否决"), required=False)

    def clean(self) -> dict[str, Any]:
        """A computed item states its rule; another one states none."""
        data = dict(self.cleaned_data)
        stated = [data.get(name) not in (None, "") for name in ("figure", "comparison", "wanted")]
        computed = data.get("judged") == Judged.FIGURE
        if computed and not all(stated):
            self.add_error("judged", _("由数据计算的,请填写数据项、比较和标准值。"))
        if not computed and (any(stated) or data.get("per_unit") is not None):
            self.add_error("judged", _("不是由数据计算的,请清空数据项、比较、标准值和扣分。"))
        return data

    def definition(self, number: int) -> ItemDefinition:
        """What was filled in, as the item of this number."""
        data: Mapping[str, Any] = self.cleaned_data
        rule = None
        if data["figure"]:
            rule = Rule(data["figure"], data["comparison"], data["wanted"], data["per_unit"])
        return ItemDefinition(
            number, data["text"], data["points"], data["judged"], data["part"], rule, data["veto"]
        )


GradeRows = forms.formset_factory(GradeRow, extra=EXTRA_GRADES, can_delete=True, max_num=20)
ItemRows = forms.formset_factory(ItemRow, extra=EXTRA_ITEMS, can_delete=True, max_num=200)


class SchemeForm:
    """Head, grades and items together, for one submit."""

    def __init__(self, data: Any, scheme: SchemeDefinition, version: int) -> None:
        self.kind = scheme.kind
        head = {"title": scheme.title, "cycle": scheme.cycle, "version": version}
        self.head = HeadForm(data, initial=head)
        self.grades = GradeRows(
            data, prefix="grades",
            initial=[{"name": one.name, "least": one.least} for one in scheme.grades],
        )  # fmt: skip
        self.items = ItemRows(data, prefix="items", initial=[_initial(one) for one in scheme.items])

    def is_valid(self) -> bool:
        """Whether all three parts are; each is asked, so that all messages appear."""
        said = [part.is_valid() for part in (self.head, self.grades, self.items)]
        return all(said)

    @property
    def definition(self) -> SchemeDefinition:
        """What was filled in; items get their numbers by their order."""
        head = self.head.cleaned_data
        items = enumerate(_filled(self.items), start=1)
        return SchemeDefinition(
            self.kind, head["title"], head["cycle"],
            tuple(row.definition(number) for number, row in items),
            tuple(row.definition() for row in _filled(self.grades)),
        )  # fmt: skip


def _initial(item: ItemDefinition) -> dict[str, Any]:
    names = ("part", "text", "points", "judged", "veto")
    found = {name: getattr(item, name) for name in names}
    for name in ("figure", "comparison", "wanted", "per_unit") if item.rule else ():
        found[name] = getattr(item.rule, name)
    return found


def _filled(rows: Any) -> list[Any]:
    """Rows that hold something and are not ticked for deletion."""
    return [row for row in rows if row.cleaned_data and not row.cleaned_data.get("DELETE")]

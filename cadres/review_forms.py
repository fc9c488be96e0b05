"""Forms of the joint review: the township's checklist, an opinion, who answers for whom."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cadres.forms import day_input
from cadres.models import ReviewDepartment, ReviewItem
from cadres.wording.reviews import ItemSide, OpinionResult
from villages.accounts.choices import Role
from villages.accounts.models import User

_PASSED = (("yes", _("通过,报县联审")), ("no", _("不通过")))


class _Items(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Items to tick, each with its number in the county's list."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.position}. {obj.name}"


def _items(county: str, on: date, side: ItemSide, label: Any) -> _Items:
    rows = ReviewItem.objects.in_county(county).on(on).filter(side=side)
    return _Items(rows, to_field_name="uid", required=False, label=label)


class FirstCheckForm(forms.Form):
    """Only exceptions are ticked: conditions not met, and circumstances that apply."""

    checked_on = forms.DateField(label=_("初审日期"), widget=day_input())

    def __init__(self, *args: Any, county: str, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unmet"] = _items(
            county, on, ItemSide.POSITIVE, _("不符合的正面条件(都符合的不勾)")
        )
        self.fields["barred"] = _items(
            county, on, ItemSide.NEGATIVE, _("存在的负面情形(没有的不勾)")
        )
        self.fields["passed"] = forms.ChoiceField(
            label=_("初审意见"), choices=_PASSED, widget=forms.RadioSelect
        )
        self.fields["note"] = forms.CharField(
            label=_("情况说明"), max_length=500, required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("勾选了问题或者不通过的必须填写;会同派出所、司法所、财政所核查的写明。"),
        )  # fmt: skip

    @property
    def answers(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        return {
            "checked_on": data["checked_on"],
            "passed": data["passed"] == "yes",
            "note": data["note"],
            "found": [*data["unmet"], *data["barred"]],
        }


class OpinionForm(forms.Form):
    """What a department says about one person."""

    def __init__(self, *args: Any, county: str, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        results = [one for one in OpinionResult.choices if one[0] != OpinionResult.PENDING]
        self.fields["result"] = forms.ChoiceField(
            label=_("意见"), choices=results, widget=forms.RadioSelect
        )
        self.fields["found"] = _items(county, on, ItemSide.NEGATIVE, _("涉及的负面情形"))
        self.fields["text"] = forms.CharField(
            label=_("情况说明"), max_length=1000, required=False,
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text=_("有问题的必须写明。只有本部门和县委组织部能看到,不返回乡镇。"),
        )  # fmt: skip
        self.fields["signed_by"] = forms.CharField(
            label=_("签字人"), max_length=40, help_text=_("本部门签字的负责人。")
        )


class SeatForm(forms.Form):
    """Who answers for a department, and since when."""

    department = forms.ModelChoiceField(ReviewDepartment.objects.none(), to_field_name="uid")
    user = forms.ModelChoiceField(User.objects.none(), to_field_name="uid")
    valid_from = forms.DateField(label=_("开始日期"), widget=day_input())

    def __init__(self, *args: Any, county: str, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["department"]
        choice.label, choice.empty_label = _("部门"), _("请选择")
        choice.queryset = ReviewDepartment.objects.in_county(county).on(on)
        choice = self.fields["user"]
        choice.label, choice.empty_label = _("经办人"), _("请选择")
        choice.help_text = _("由安全管理员先开设“联审部门”账号。")
        choice.queryset = User.objects.active().filter(
            role=Role.REVIEWER, home_code__startswith=county
        )
        choice.label_from_instance = lambda person: person.name


class EndSeatForm(forms.Form):
    """The last day on which somebody answers for a department."""

    valid_to = forms.DateField(label=_("结束日期"), widget=day_input())

"""What people fill in when the map changes; each form knows how to plan its change."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from villages.common import clock
from villages.common.text import clean, compact_name
from villages.divisions.mapchange import MapChange, NamedCode
from villages.divisions.planning import plan_merge, plan_split, plan_townships, plan_transfer
from villages.models import Township, Village

NEW = "new"
_CODE = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
PARTS = 4


def code_field(label: Any, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    """A division code as people type it."""
    return forms.CharField(
        label=label, required=required, help_text=help_text, max_length=20, widget=_CODE
    )


class DecisionForm(forms.Form):
    """The day from which the change holds and the paper that decided it."""

    effective_on = forms.DateField(
        label=_("生效日期"),
        help_text=_("批复写明的日期。前一天是原单位的最后一天。"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    basis = forms.CharField(
        label=_("依据(文号或会议)"), max_length=200, help_text=_("例如:青政发〔2026〕8号。")
    )
    field_order: Sequence[str] | None = None

    def __init__(self, *args: Any, units: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = units

    def plan(self) -> MapChange:
        """The change that the form describes."""
        raise NotImplementedError

    def decision(self) -> dict[str, Any]:
        """What every plan needs."""
        data = self.cleaned_data
        return {
            "on": data["effective_on"],
            "basis": clean(data["basis"]),
            "today": clock.today(),
        }


class MergeForm(DecisionForm):
    """Which village goes on, or under which new code."""

    into = forms.ChoiceField(label=_("合并后"), widget=forms.RadioSelect)
    new_code = code_field(_("新代码"), help_text=_("选择“启用新代码”时填写 12 位代码。"))
    name = forms.CharField(label=_("合并后的村名"), max_length=60)
    field_order = ["into", "new_code", "name", "effective_on", "basis"]

    def __init__(self, *args: Any, units: Sequence[Village], **kwargs: Any) -> None:
        super().__init__(*args, units=units, **kwargs)
        stay = [
            (one.code, _("沿用%(name)s的代码 %(code)s") % {"name": one.name, "code": one.code})
            for one in units
        ]
        into: Any = self.fields["into"]
        into.choices = [*stay, (NEW, _("启用新代码"))]
        into.initial = units[0].code
        self.fields["name"].initial = units[0].name

    def clean(self) -> dict[str, Any]:
        """A new code is needed when one was asked for."""
        data = super().clean() or {}
        if data.get("into") == NEW and not data.get("new_code"):
            self.add_error("new_code", _("请填写 12 位新代码。"))
        return data

    def plan(self) -> MapChange:
        """The merge."""
        data = self.cleaned_data
        code = clean(data["new_code"]) if data["into"] == NEW else data["into"]
        into = NamedCode(code, compact_name(data["name"]))
        return plan_merge(villages=self.units, into=into, **self.decision())


class SplitForm(DecisionForm):
    """The villages that follow, and which of them is the main one."""

    main = forms.ChoiceField(
        label=_("主要承接村"),
        help_text=_("历史数据默认归到主要承接村。"),
        choices=[(str(n), _("第 %s 个村") % n) for n in range(1, PARTS + 1)],
        initial="1",
    )

    def __init__(self, *args: Any, units: Sequence[Village], **kwargs: Any) -> None:
        super().__init__(*args, units=units, **kwargs)
        for number in range(1, PARTS + 1):
            needed = number < 3
            self.fields[f"name_{number}"] = forms.CharField(
                label=_("第 %s 个村的名称") % number, max_length=60, required=needed
            )
            self.fields[f"code_{number}"] = code_field(
                _("第 %s 个村的代码") % number, required=needed
            )
        self.fields["name_1"].initial, self.fields["code_1"].initial = units[0].name, units[0].code
        self.fields["code_1"].help_text = _("保留原代码,或填写新代码。")
        pairs = [f"{part}_{n}" for n in range(1, PARTS + 1) for part in ("name", "code")]
        self.order_fields([*pairs, "main", "effective_on", "basis"])

    def plan(self) -> MapChange:
        """The split."""
        parts = {str(n): self._part(n) for n in range(1, PARTS + 1)}
        given = {number: part for number, part in parts.items() if part.code or part.name}
        main = parts[self.cleaned_data["main"]].code
        return plan_split(
            village=self.units[0], parts=list(given.values()), main=main, **self.decision()
        )

    def _part(self, number: int) -> NamedCode:
        data = self.cleaned_data
        return NamedCode(clean(data[f"code_{number}"]), compact_name(data[f"name_{number}"]))


class CodesForm(DecisionForm):
    """New codes, where they are already decided; the rest are numbered."""

    codes = forms.CharField(
        label=_("新代码"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "每行“原代码 新代码”。没有写的村由系统编排:末三位空着就沿用,否则取下一个空号。"
        ),
    )

    def clean_codes(self) -> dict[str, str]:
        """New codes by old ones."""
        known = {one.code for one in self.moving()}
        found: dict[str, str] = {}
        for line in clean(self.cleaned_data["codes"]).splitlines():
            parts = line.replace(",", " ").replace("\t", " ").split()
            if parts and (len(parts) != 2 or parts[0] not in known):
                raise forms.ValidationError(_("“%s”应写作:原代码 空格 新代码。") % line)
            found |= dict([parts]) if parts else {}
        if len(set(found.values())) < len(found):
            raise forms.ValidationError(_("两个村写了同一个新代码。"))
        return found

    def moving(self) -> Sequence[Village]:
        """Villages that get a new code."""
        return self.units


class TransferForm(CodesForm):
    """The township to which villages move."""

    township = forms.ChoiceField(label=_("划入乡镇"))
    field_order = ["township", "codes", "effective_on", "basis"]

    def __init__(self, *args: Any, units: Sequence[Village], **kwargs: Any) -> None:
        super().__init__(*args, units=units, **kwargs)
        leaving = {one.code[:9] for one in units}
        rows = Township.objects.filter(county_code=units[0].county_code, valid_to=None)
        rows = rows.exclude(code__in=leaving) if len(leaving) == 1 else rows
        township: Any = self.fields["township"]
        township.choices = [("", _("请选择")), *rows.values_list("code", "name")]

    def plan(self) -> MapChange:
        """The transfer."""
        data = self.cleaned_data
        township = Township.objects.get(code=data["township"])
        return plan_transfer(
            villages=self.units, township=township, codes=data["codes"], **self.decision()
        )


class TownshipsForm(CodesForm):
    """The township that takes everything over: one that exists, or a new one."""

    into = forms.ChoiceField(label=_("并入"))
    new_code = code_field(_("新乡镇代码"), help_text=_("选择“设立新乡镇”时填写 9 位代码。"))
    name = forms.CharField(
        label=_("合并后的名称"), max_length=60, required=False, help_text=_("不填则沿用现名。")
    )
    field_order = ["into", "new_code", "name", "codes", "effective_on", "basis"]

    def __init__(self, *args: Any, units: Sequence[Township], **kwargs: Any) -> None:
        super().__init__(*args, units=units, **kwargs)
        rows = Township.objects.filter(county_code=units[0].county_code, valid_to=None)
        ending = [one.code for one in units] if len(units) == 1 else []
        self.known = dict(rows.exclude(code__in=ending).values_list("code", "name"))
        into: Any = self.fields["into"]
        into.choices = [("", _("请选择")), *self.known.items(), (NEW, _("设立新乡镇"))]

    def clean(self) -> dict[str, Any]:
        """A new township has a code and a name."""
        data = super().clean() or {}
        if data.get("into") == NEW:
            for name, message in (
                ("new_code", _("请填写 9 位代码。")),
                ("name", _("请填写名称。")),
            ):
                if not data.get(name):
                    self.add_error(name, message)
        return data

    def moving(self) -> Sequence[Village]:
        """All villages of the townships."""
        keys = [one.pk for one in self.units]
        return list(Village.objects.filter(township__in=keys, valid_to=None))

    def plan(self) -> MapChange:
        """The merger of townships."""
        data = self.cleaned_data
        code = clean(data["new_code"]) if data["into"] == NEW else data["into"]
        name = compact_name(data["name"]) or self.known.get(code, "")
        return plan_townships(
            townships=self.units, into=NamedCode(code, name), codes=data["codes"],
            **self.decision(),
        )  # fmt: skip

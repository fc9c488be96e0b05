"""The form of one rule of the county's own: the fields that its kind needs."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.warnings.forms.own_items import items_of, items_text
from rectification.warnings.own_numbers import Offered
from rectification.warnings.rule_files.checker import Checker
from rectification.warnings.rule_files.declarations import declaration
from rectification.warnings.rule_files.shape import (
    COMMON,
    KIND_SHAPES,
    OWN_NUMBERS,
    OWN_WORDS,
    SWITCHES,
)
from rectification.warnings.rules.own.declared import OwnKind
from rectification.warnings.wording import category_words, side_words

SEEN = "row_seen"
_LIMITS = {
    OwnKind.RUN: (gettext_lazy("黄色:连续几期"), gettext_lazy("红色:连续几期")),
    OwnKind.COUNT: (gettext_lazy("黄色:几项"), gettext_lazy("红色:几项")),
    OwnKind.RANK: (gettext_lazy("黄色:最后百分之几"), gettext_lazy("红色:最后百分之几")),
}
_PLAIN = (gettext_lazy("黄色线"), gettext_lazy("红色线"))
_HINTS = {
    "items": gettext_lazy(
        "一行一个条件:名称 | 指标代码 | 条件 | 标准,"
        "例如“卫生厕所偏少 | flush-toilets | 低于 | 80”。"
        "后面可以再写“黄色”和“近12期”(累计最近 12 期)。"
    ),
    "window": gettext_lazy("1 表示只看最近一期;12 表示把最近 12 期加起来。"),
    "grace": gettext_lazy("一期结束后这么多天以内没有填的,先按上一期,不算缺数据。"),
    "limit": gettext_lazy("一期的数怎样算不达标。"),
    "side": gettext_lazy("数值怎样算不好。位次按这个方向从后往前排。"),
    "red_side": gettext_lazy("与黄色不同时才选,例如“10 至 30 为黄色,超过 30 为红色”。"),
    "basis": gettext_lazy("哪个文件、哪次会议。没有依据的不能发布。"),
}


class OwnRuleForm(forms.Form):
    """Title, category, basis, then what the kind takes; `seen` names what the person saw."""

    def __init__(
        self, data: Any = None, *, code: str, kind: OwnKind, numbers: Mapping[str, Offered],
        told: Mapping[str, Any] | None = None, seen: str = "",
    ) -> None:  # fmt: skip
        initial: dict[str, Any] = {**(told or {"enabled": True, "escalates": True}), SEEN: seen}
        if "items" in initial:
            initial["items"] = items_text(initial["items"])
        super().__init__(data, initial=initial)
        self.code, self.kind = code, kind
        self.numbers = numbers
        self._add_fields()

    def _add_fields(self) -> None:
        shape = KIND_SHAPES[self.kind]
        for key in (*COMMON, *shape.needs, *shape.takes):
            if key != "kind":
                self.fields[key] = self._field(key)
                self.fields[key].required = key in (*COMMON, *shape.needs) and key != "basis"
                self.fields[key].help_text = _HINTS.get(key, "")
        for key, label in SWITCHES.items():
            self.fields[key] = forms.BooleanField(label=label, required=False)
        self.fields[SEEN] = forms.CharField(widget=forms.HiddenInput, required=False)

    def _field(self, key: str) -> forms.Field:
        label: Any = OWN_WORDS[key].label if key in OWN_WORDS else ""
        if key == "category":
            return forms.ChoiceField(label=label, choices=list(category_words().items()))
        if key in ("side", "red_side"):
            empty = [("", _("与黄色相同"))] if key == "red_side" else []
            return forms.ChoiceField(label=label, choices=[*empty, *side_words().items()])
        if key in ("indicator", "base"):
            return forms.ChoiceField(label=label, choices=self._offered())
        if key == "items":
            return forms.CharField(label=_("条件"), widget=forms.Textarea(attrs={"rows": 8}))
        return self._amount(key, label)

    def _amount(self, key: str, label: Any) -> forms.Field:
        if key in OWN_NUMBERS:
            one = OWN_NUMBERS[key]
            field: Any = forms.IntegerField(
                label=one.label, min_value=one.low, max_value=one.high, initial=one.default
            )
            field.unit = one.unit
            return cast(forms.Field, field)
        if key in OWN_WORDS:
            return forms.CharField(label=label, max_length=OWN_WORDS[key].longest)
        whole = KIND_SHAPES[self.kind].whole and key != "limit"
        made = forms.IntegerField(min_value=1) if whole else forms.CharField(max_length=18)
        names = dict(zip(("yellow", "red"), _LIMITS.get(self.kind, _PLAIN), strict=True))
        made.label = names.get(key, _("每期标准"))
        made.widget.attrs["inputmode"] = "decimal"
        return made

    def _offered(self) -> list[tuple[str, Any]]:
        open_ones = [one for one in self.numbers.values() if one.is_open]
        kept = self.initial.get("indicator"), self.initial.get("base")
        found = [(one.key, _label(one)) for one in open_ones]
        known = {key for key, _text in found}
        return [
            ("", _("请选择")),
            *found,
            *((key, key) for key in kept if key and key not in known),
        ]

    def clean(self) -> dict[str, Any]:
        """What the whole says is put through the same checks as a file."""
        given = dict(self.cleaned_data)
        if "items" in given:
            given["items"], wrong = items_of(given["items"])
            for words in wrong:
                self.add_error("items", words)
        if self.errors:
            return given
        said = {key: value for key, value in given.items() if value not in (None, "", SEEN)}
        said = {key: value for key, value in said.items() if key != SEEN}
        check, path = Checker(), ("own", self.code)
        self.told = declaration(check, {**said, "kind": self.kind.value}, path)
        for fault in check.faults:
            key = str(fault.path[2]) if len(fault.path) > len(path) else ""
            self.add_error(key if key in self.fields else None, fault.text)
        return given


def _label(one: Offered) -> str:
    unit = f"({one.unit})" if one.unit else ""
    return f"{one.label}{unit}" if one.is_fact else f"{one.label}{unit} · {one.key}"

"""Writing a notice: its head, its words, whom it addresses."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rectification.supervision.actions.notices import Addressed
from rectification.supervision.models import Department
from rectification.supervision.notice_states import NoticeKind, Reach
from villages.common.scope import COUNTY
from villages.imports.forms.months import day_input
from villages.models import Township, Village

# The version that the person saw; no field of a notice is called so.
VERSION = "row_version"


class Guarded(forms.Form):
    """A form that tells, with `seen`, what somebody else changed meanwhile."""

    def __init__(self, *args: Any, seen: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if seen is not None:
            self.guard(seen)

    def guard(self, seen: int) -> None:
        """Has every field tell unseen what stood in it when the page was made."""
        for field in self.fields.values():
            field.show_hidden_initial = True
        self.fields[VERSION] = forms.IntegerField(widget=forms.HiddenInput)
        self.initial[VERSION] = seen


class WordsForm(Guarded):
    """The words of a version, and what is new in it."""

    text = forms.CharField(
        label=_("正文"), max_length=20000, widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("可以用 Markdown:空行分段,“- ”开头是列表,“## ”开头是小标题。"),
    )  # fmt: skip
    changes = forms.CharField(
        label=_("改了什么"), max_length=300, required=False,
        help_text=_("修订时写一句,让看过上一版的单位知道变在哪里。"),
    )  # fmt: skip


class NoticeForm(Guarded):
    """A notice that is not out yet."""

    kind = forms.ChoiceField(label=_("类别"), choices=NoticeKind.choices)
    title = forms.CharField(label=_("标题"), max_length=120)
    text = WordsForm.base_fields["text"]
    everybody = forms.BooleanField(label=_("发给全部乡镇"), required=False)
    townships = forms.ModelMultipleChoiceField(
        Township.objects.none(), label=_("乡镇"), to_field_name="code", required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    departments = forms.ModelMultipleChoiceField(
        Department.objects.none(), label=_("县直部门"), to_field_name="uid", required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    villages = forms.ModelMultipleChoiceField(
        Village.objects.none(), label=_("村"), to_field_name="code", required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    reach = forms.ChoiceField(
        label=_("读者"), choices=Reach.choices,
        help_text=_("“单位和所辖村”让收到的乡镇的村里也看得到。"),
    )  # fmt: skip
    needs_receipt = forms.BooleanField(
        label=_("需要各单位确认已读"), required=False,
        help_text=_("一个单位确认一次;修订以后重新确认。没有必要的不选。"),
    )  # fmt: skip
    valid_from = forms.DateField(label=_("生效日期"), widget=day_input())
    valid_to = forms.DateField(
        label=_("失效日期"), widget=day_input(), required=False, help_text=_("长期有效的留空。")
    )
    urgent_by = forms.CharField(
        label=_("紧急发送批准人"), max_length=40, required=False,
        help_text=_("写明批准人的,免打扰时间也向外发送邮件和推送;平常留空。"),
    )  # fmt: skip

    all_of = "townships"

    def __init__(self, *args: Any, user: Any, house: str, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(house) == COUNTY:
            del self.fields["villages"]
            towns = Township.objects.visible_to(user).in_county(house).on(on).order_by("code")
            self._offer("townships", towns)
            departments = Department.objects.visible_to(user).in_county(house).on(on)
            self._offer("departments", departments)
            return
        for name in ("townships", "departments", "reach"):
            del self.fields[name]
        self.all_of, self.fields["everybody"].label = "villages", _("发给全部所辖村")
        inside = (
            Village.objects.visible_to(user).filter(township__code=house).on(on).order_by("code")
        )
        self._offer("villages", inside)

    @property
    def units(self) -> Addressed:
        """Whom the checked form addresses."""
        names = ("townships", "departments", "villages")
        found = {one: list(self.cleaned_data.get(one) or ()) for one in names}
        if self.cleaned_data["everybody"]:
            field: Any = self.fields[self.all_of]
            found[self.all_of] = list(field.queryset)
        return Addressed(**found)

    @property
    def head(self) -> dict[str, Any]:
        """The columns of the notice itself."""
        names = ("kind", "title", "needs_receipt", "valid_from", "valid_to", "urgent_by")
        found = {one: self.cleaned_data[one] for one in names}
        return {**found, "reach": self.cleaned_data.get("reach", Reach.STAFF)}

    def _offer(self, name: str, rows: Any) -> None:
        choice: Any = self.fields[name]
        choice.queryset = rows
        choice.label_from_instance = lambda one: one.name

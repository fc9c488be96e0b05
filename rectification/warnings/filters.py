"""Search criteria of the warning centre."""

from collections.abc import Callable, Mapping
from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from rectification.warnings.choices import Colour
from rectification.warnings.models import VillageWarning
from rectification.warnings.rules.declaring import Category, Rule
from rectification.warnings.sentences.waiting import TITLES
from rectification.warnings.wording import category_words, mark_words
from villages.lists.townships import townships_at_hand
from villages.models import Township

ANY, NONE = "any", "none"
_COUNTED = frozenset({"red", "yellow"})


class WarningFilter(django_filters.FilterSet):  # type: ignore[misc]
    """Township, colour, rule, what the rule is about, mark, and change since last month.

    The view puts the rules in force, by code, and the codes of changed villages on the request.
    """

    township = django_filters.ModelChoiceFilter(
        label=_("乡镇"), queryset=townships_at_hand, to_field_name="code", method="in_township",
        empty_label=_("全部乡镇"),
    )  # fmt: skip
    colour = django_filters.ChoiceFilter(
        label=_("颜色"), choices=Colour.choices, empty_label=_("全部颜色")
    )
    rule = django_filters.ChoiceFilter(
        label=_("规则"), choices=(), method="by_rule", empty_label=_("全部规则")
    )
    category = django_filters.ChoiceFilter(
        label=_("类别"), choices=(), method="by_category", empty_label=_("全部类别")
    )
    mark = django_filters.ChoiceFilter(
        label=_("标记"), choices=(), method="marked", empty_label=_("全部")
    )
    change = django_filters.ChoiceFilter(
        label=_("比上月"), method="changed", empty_label=_("全部"),
        choices=(("worse", _("变差")), ("better", _("变好")), ("moved", _("有变化"))),
    )  # fmt: skip

    class Meta:
        model = VillageWarning
        fields = ["township", "colour", "rule", "category", "mark", "change"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules = self._rules.items()
        titles = [*((code, f"{code} {one.title}") for code, one in rules), *TITLES.items()]
        self._offer("rule", titles)
        self._offer("category", category_words().items())
        self._offer("mark", [(ANY, _("有标记")), *mark_words().items(), (NONE, _("没有标记"))])

    @property
    def _rules(self) -> Mapping[str, Rule]:
        return self.request.warning_rules  # type: ignore[no-any-return]

    def _offer(self, name: str, pairs: Any) -> None:
        self.filters[name].extra["choices"] = list(pairs)

    def in_township(self, rows: Any, name: str, township: Township) -> Any:
        """Villages that lay in a township in that month."""
        return rows.filter(township_code=township.code)

    def by_rule(self, rows: Any, name: str, code: str) -> Any:
        """Villages for whose colour a rule counts."""
        return _those(rows, lambda one: one["rule"] == code)

    def by_category(self, rows: Any, name: str, category: str) -> Any:
        """Villages for whose colour a rule of this kind counts."""
        codes = {code for code, one in self._rules.items() if one.category == Category(category)}
        return _those(rows, lambda one: one["rule"] in codes)

    def marked(self, rows: Any, name: str, mark: str) -> Any:
        """Villages whose colour has this mark."""
        if mark == ANY:
            return rows.exclude(mark="")
        return rows.filter(mark="" if mark == NONE else mark)

    def changed(self, rows: Any, name: str, how: str) -> Any:
        """Villages whose colour moved since last month."""
        kept = {"worse": True, "better": False}
        moved = self.request.warning_moves.moved
        codes = [one.code for one in moved if how == "moved" or one.is_worse is kept[how]]
        return rows.filter(village__code__in=codes)


def _those(rows: Any, fits: Callable[[Mapping[str, Any]], bool]) -> Any:
    """Rows with a reason that counts and fits. The databases read JSON differently; this does
    not."""
    told = rows.order_by().values_list("pk", "reasons")
    keys = [
        pk for pk, reasons in told
        if any(one["level"] in _COUNTED and fits(one) for one in reasons)
    ]  # fmt: skip
    return rows.filter(pk__in=keys)

"""One list as one person asks for it: the question, the matching rows, how they shall look."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from villages.common.columns import Column, ListSpec
from villages.common.errors import DomainError
from villages.lists.asking import read_question, shown_columns
from villages.lists.bulk.declaring import BulkAction
from villages.lists.filtering import Filters, search
from villages.lists.models import SavedView
from villages.lists.question import Asked
from villages.lists.reading import ordered


class Listing:
    """Everything a page, a file or a bulk action needs to know of the list it came from.

    `scoped` are the rows that the person may see; nothing here reads any other.
    """

    def __init__(
        self,
        request: HttpRequest,
        spec: ListSpec,
        scoped: QuerySet[Any],
        filterset: Any = None,
        bulk: Sequence[BulkAction] = (),
    ) -> None:
        self.request = request
        self.user: Any = request.user
        self.spec = spec
        self.scoped = scoped
        self.filters = Filters(filterset, request, scoped)
        self.settings, self.views = _kept(self.user, spec.key)
        self.asked: Asked = read_question(
            request, spec, self.filters.names, self.views, self.settings
        )
        self.filters.ask(self.asked.params)
        self.shown: tuple[Column, ...] = shown_columns(spec, self.asked, self.settings)
        self.actions = tuple(one for one in bulk if one.is_allowed(self.user))

    @property
    def county(self) -> str:
        """The code of the county in which the person works now; empty outside any."""
        return str(getattr(getattr(self.request, "county", None), "code", ""))

    @cached_property
    def matching(self) -> QuerySet[Any]:
        """The rows that the question asks for, in no order."""
        return search(self.filters.matching, self.spec, self.asked.words)

    @cached_property
    def ordered(self) -> QuerySet[Any]:
        """The same rows in their total order."""
        return ordered(self.matching, self.spec, self.asked.sort)

    @cached_property
    def chips(self) -> list[tuple[str, tuple[str, ...]]]:
        """What is in force, in words, each with the parameters that hold it."""
        words = [(_("搜索:%(words)s") % {"words": self.asked.words}, ("q",))]
        return [*(words if self.asked.words else ()), *self.filters.chips()]

    @property
    def condition_text(self) -> str:
        """All conditions in one line, for paper, files and the trail."""
        return ";".join(label for label, _names in self.chips) or _("全部")

    def require_understood(self) -> None:
        """Refuses to act on a question that was understood only in part.

        Raises `list_question_unclear`: a misspelt condition must not widen a file or a batch.
        """
        faulty = (*self.asked.unknown, *self.filters.invalid)
        if faulty:
            raise DomainError(
                "list_question_unclear",
                _("网址中的条件“%(names)s”无法识别。") % {"names": "、".join(faulty)},
                _("请在列表页重新选择筛选条件后再操作。"),
            )


def _kept(user: Any, key: str) -> tuple[SavedView, list[SavedView]]:
    """The person's settings, as declared where there are none, and the views; one statement."""
    kept = list(SavedView.objects.visible_to(user).of_list(key))
    settings = next((one for one in kept if not one.name), SavedView(list_key=key))
    return settings, [one for one in kept if one.name]

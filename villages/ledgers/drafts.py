"""Rows of a batch between what was asked for and what is stored."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.common.faults import Fault

CREATED, UPDATED, UNCHANGED = "created", "updated", "unchanged"
REMOVED, REFUSED = "removed", "refused"


@dataclass(eq=False)
class Draft:
    """One asked row: `values` by item name, keys to other rows already as rows.

    `uid` and `version` name the stored row to change, else its natural key finds it; `place` is
    the caller's own mark. The rest is filled in on the way: the `row`, what it said `before` (for
    the trail) and held (`stored`, by column, for an undo), what is wrong with it, the `result`.
    """

    values: dict[str, Any]
    place: Any = None
    uid: str = ""
    version: int | None = None
    faults: list[Fault] = field(default_factory=list)
    row: Any = None
    before: dict[str, Any] = field(default_factory=dict)
    stored: dict[str, Any] = field(default_factory=dict)
    result: str = ""

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong with it so far."""
        return not self.faults

    @property
    def is_new(self) -> bool:
        """Whether nothing is stored for it yet."""
        return self.row is None or self.row.pk is None

    def blame(self, *faults: Fault) -> None:
        """Adds faults; the row is then not written."""
        self.faults += faults


def faults_from(error: DomainError) -> list[Fault]:
    """A refusal by a rule as faults of one row."""
    if not error.fields:
        return [Fault("", error.code, error.message, str(error.hint))]
    return [Fault(name, error.code, words) for name, words in error.fields.items()]


def not_found(name: str) -> Fault:
    """A row that does not exist or lies outside the territory."""
    return Fault(name, "not_found", _("没有找到,或不在您的管辖范围内。"), _("请核对编号。"))


def changed_since() -> Fault:
    """Somebody else was faster."""
    return Fault("", "version_changed", _("这一条刚被他人改动。"), _("请读取最新内容后再提交。"))

"""What the first page shows: open work, the territory in numbers, an administrator's duty."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import CharField, Count, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from villages import navigation, registries
from villages.accounts import perms
from villages.accounts.choices import VILLAGE_ROLES, Role
from villages.choices import VillageKind
from villages.common import clock
from villages.common.registries import TodoItem, TodoSource
from villages.models import Village

SEVERITY = {"high": 0, "normal": 1, "low": 2}


@dataclass
class TownshipLine:
    """One township of the person's territory: villages by kind, in force today."""

    name: str
    url: str
    villagers: int = 0
    residents: int = 0
    quasi: int = 0

    @property
    def total(self) -> int:
        """All units of village level."""
        return self.villagers + self.residents + self.quasi


@dataclass(frozen=True)
class Territory:
    """Where a person works: townships with numbers and, for village people, the villages."""

    townships: list[TownshipLine] = field(default_factory=list)
    villages: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def villagers(self) -> int:
        """Administrative villages (行政村)."""
        return sum(line.villagers for line in self.townships)

    @property
    def residents(self) -> int:
        """Communities (社区)."""
        return sum(line.residents for line in self.townships)

    @property
    def quasi(self) -> int:
        """Units of village level that are neither, such as farms."""
        return sum(line.quasi for line in self.townships)

    @property
    def is_mixed(self) -> bool:
        """Whether there are other units beside administrative villages."""
        return self.total > self.villagers

    @property
    def total(self) -> int:
        """All of them."""
        return self.villagers + self.residents + self.quasi


@dataclass(frozen=True)
class Duty:
    """What one of the three administrators answers for, and what stays with the others."""

    title: Any
    text: Any


DUTIES = {
    Role.SYSTEM_ADMIN: Duty(
        _("系统管理员"), _("负责县的登记、参数、任务运行和备份;不授权用户,不查看审计。")
    ),
    Role.SECURITY_ADMIN: Duty(
        _("安全管理员"), _("负责用户、角色和管辖范围;授权变更由另一人审批,不查看业务数据。")
    ),
    Role.AUDIT_ADMIN: Duty(_("审计管理员"), _("负责查阅全部操作留痕并核验其完整;不改动任何数据。")),
}


def open_work(user: Any) -> list[TodoItem]:
    """Everything that waits for this person: overdue and urgent first, then by day."""
    sources = [source for source in registries.todos() if source.allowed(user)]
    quiet = _quiet(sources, user)
    items = (item for one in sources if one.key not in quiet for item in one.items(user))
    return sorted(items, key=_urgency)


def _quiet(sources: Iterable[TodoSource], user: Any) -> set[str]:
    """Keys of the sources that say what to look for and have nothing. One query for all."""
    asked = {one.key: one.rows(user).order_by() for one in sources if one.rows is not None}
    if not asked:
        return set()
    first, *others = (
        rows.annotate(todo=Value(key, CharField())).values_list("todo", flat=True)
        for key, rows in asked.items()
    )
    return set(asked) - set(first.union(*others))


def _urgency(item: TodoItem) -> tuple[date, int]:
    return item.due_on or date.max, SEVERITY.get(item.severity, 1)


def panels_of(user: Any) -> list[tuple[Any, str]]:
    """Title and address of each part that apps above add. No query: they are fetched later."""
    return [
        (panel.title, reverse(panel.url_name))
        for panel in registries.home_panels()
        if panel.allowed(user)
    ]


def duties_of(user: Any) -> Duty | None:
    """The duty of an administrator; None for everybody else."""
    return DUTIES.get(user.role)


def territory_of(user: Any, county_code: str = "") -> Territory | None:
    """The person's territory today, inside the current county. One query.

    Villages in force today; None for people without a territory. Village people get their
    villages as (name, township, address), others get numbers by township.
    """
    if not perms.works_in_territory(user):
        return None
    villages = Village.objects.visible_to(user).on(clock.today())
    if county_code:
        villages = villages.in_county(county_code)
    if user.acting_role in VILLAGE_ROLES:
        return Territory(villages=_named(villages))
    return Territory(townships=_counted(villages))


def _named(villages: Any) -> list[tuple[str, str, str]]:
    rows = villages.order_by("code").values_list("name", "township__name", "code")
    return [(name, town, _address("villages:village", code)) for name, town, code in rows]


def _counted(villages: Any) -> list[TownshipLine]:
    keys = ("township__code", "township__name", "kind")
    rows: Iterable[dict[str, Any]] = villages.order_by(*keys).values(*keys).annotate(n=Count("pk"))
    lines: dict[str, TownshipLine] = {}
    for row in rows:
        code = row["township__code"]
        if code not in lines:
            lines[code] = TownshipLine(row["township__name"], _address("villages:township", code))
        setattr(lines[code], VillageKind(row["kind"]).value, row["n"])
    return list(lines.values())


def _address(name: str, code: str) -> str:
    return navigation.resolved(name, code)

"""Associations, village rules, honours: presence in each village."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.models import Q
from django.utils.translation import gettext as _

from villages.affairs.figures.roll import Roll
from villages.affairs.figures.saying import villages_with
from villages.affairs.models import Association, AssociationKind, Honour, VillageRules
from villages.common.figures import Figure, Missing


@dataclass(frozen=True)
class CustomFigures:
    """Who has what on a day, by village code.

    `associations` holds the names of open associations, `wanted` those that the county's list
    asks for; `rules` the villages with rules in force; `honours` the names of honours held.
    Villages without any association on record are missing in its figure; rules and honours
    are facts of being there, so every village is in their denominator.
    """

    roll: Roll
    wanted: tuple[str, ...]
    associations: Mapping[str, frozenset[str]]
    rules: frozenset[str]
    honours: Mapping[str, tuple[str, ...]]

    def lacking(self, code: str) -> tuple[str, ...]:
        """The associations of the county's list that a village does not have."""
        held = self.associations.get(code, frozenset())
        return tuple(name for name in self.wanted if name not in held)

    def association_figure(self, township: str = "") -> Figure:
        """Villages with every association of the list, of those with any on record.

        Without a list of the county nobody can be complete: not evaluated.
        """
        whole = [code for code in self.associations if not self.lacking(code)]
        found = villages_with(
            self.roll, "affairs.associations", _("群众组织齐全的村"), whole, self.associations,
            township, source=_("群众组织"),
            definition=_("县清单所列群众组织都已成立且没有撤销;一个也没有登记的村不计入。"),
        )  # fmt: skip
        return found if self.wanted else replace(found, value=Missing.NOT_EVALUATED)

    def rules_figure(self, township: str = "") -> Figure:
        """Villages with rules in force, of all villages."""
        return villages_with(
            self.roll, "affairs.rules", _("有现行村规民约的村"), self.rules,
            list(self.roll.codes.values()), township, source=_("村规民约"),
            definition=_("已登记通过日期且没有废止。"),
        )  # fmt: skip

    def honour_figure(self, township: str = "") -> Figure:
        """Villages that hold an honour, of all villages."""
        return villages_with(
            self.roll, "affairs.honours", _("有荣誉的村"), self.honours,
            list(self.roll.codes.values()), township, source=_("村级荣誉"),
            definition=_("至少有一项没有撤销的荣誉。"),
        )  # fmt: skip


def customs(roll: Roll) -> CustomFigures:
    """Associations, rules and honours on the roll's day. Four queries."""
    kinds = AssociationKind.objects.in_county(roll.county).on(roll.on).order_by("number", "pk")
    return CustomFigures(
        roll,
        tuple(kinds.values_list("name", flat=True)),
        _associations(roll),
        _rules(roll),
        _honours(roll),
    )


def _associations(roll: Roll) -> dict[str, frozenset[str]]:
    held: dict[str, set[str]] = defaultdict(set)
    rows = Association.objects.of(roll.scope, roll.county).filter(founded_on__lte=roll.on)
    rows = rows.filter(Q(ended_on=None) | Q(ended_on__gt=roll.on))
    for pk, name in rows.values_list("village_id", "kind__name"):
        if pk in roll.codes:
            held[roll.codes[pk]].add(name)
    return {code: frozenset(names) for code, names in held.items()}


def _rules(roll: Roll) -> frozenset[str]:
    rows = VillageRules.objects.of(roll.scope, roll.county).filter(adopted_on__lte=roll.on)
    rows = rows.filter(Q(replaced_on=None) | Q(replaced_on__gt=roll.on))
    pks = rows.values_list("village_id", flat=True)
    return frozenset(roll.codes[pk] for pk in pks if pk in roll.codes)


def _honours(roll: Roll) -> dict[str, tuple[str, ...]]:
    held: dict[str, list[str]] = defaultdict(list)
    rows = Honour.objects.of(roll.scope, roll.county).filter(awarded_on__lte=roll.on)
    rows = rows.filter(Q(withdrawn_on=None) | Q(withdrawn_on__gt=roll.on))
    for pk, name in rows.order_by("awarded_on", "pk").values_list("village_id", "name"):
        if pk in roll.codes:
            held[roll.codes[pk]].append(name)
    return {code: tuple(names) for code, names in held.items()}

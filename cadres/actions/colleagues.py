"""Finding a person of a village's ledger by name."""

from django.utils.translation import gettext as _

from cadres.models import Person
from villages.common.errors import DomainError


def person_named(village: int, name: str) -> Person:
    """The one person of this name in the village's ledger.

    Raises `person_unknown`, `person_ambiguous`, both pointing at the field `successor`.
    """
    found: list[Person] = list(
        Person.objects.filter(village_id=village, name="".join(name.split()))[:2]
    )
    if not found:
        said = _("该村花名册里没有“%s”。") % name
        raise DomainError("person_unknown", said, _("请先登记此人。"), successor=said)
    if len(found) > 1:
        said = _("该村有两个“%s”。") % name
        hint = _("请在任职台账中分别办理离任和任职。")
        raise DomainError("person_ambiguous", said, hint, successor=said)
    return found[0]

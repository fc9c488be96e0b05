"""What an identity number says otherwise than the ledger."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from cadres.models import Person
from villages.common.identity import birth_date_of, sex_of


def contradictions(person: Person, number: str) -> Iterator[str]:
    """Questions about a faultless number, in words: archives and numbers do differ."""
    born = birth_date_of(number)
    if person.birth_month not in (None, born.year * 100 + born.month):
        yield _("证件上的出生年月与台账不一致。")
    if person.sex not in ("", str(sex_of(number))):
        yield _("证件上的性别与台账不一致。")

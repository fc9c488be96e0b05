"""The codes of all ledgers with their labels, for `meta/enums`."""

import re
from collections.abc import Collection, Iterable, Iterator

from django.db.models.enums import Choices

from villages.ledgers.api.choices import are_codes, choices_of
from villages.ledgers.declaring import ledgers
from villages.ledgers.kinds import model_field
from villages.rest.meta import Enumeration


def ledger_enumerations(known: Collection[type[Choices]] = ()) -> tuple[Enumeration, ...]:
    """The codes of all ledgers, each enumeration once; those that are `known` already left out."""
    found: dict[type[Choices], Enumeration] = {}
    names: set[str] = set()
    for choices, zh, key, field in _used():
        if choices not in known and choices not in found:
            name = _name(choices, key, field, names)
            names.add(name)
            found[choices] = Enumeration(name, choices, zh, _words(name), _english(choices))
    return tuple(found.values())


def _used() -> Iterator[tuple[type[Choices], str, str, str]]:
    """Enumerations with the label of the field, the ledger and the name of the field."""
    for ledger in ledgers().values():
        for item in ledger.items:
            field = model_field(ledger, item)
            if are_codes(field):
                choices = choices_of(field.choices, f"{ledger.model.__module__}.{item.name}")
                yield choices, str(field.verbose_name), ledger.key, item.name
        for answer in ledger.answers:
            if answer.choices is not None:
                yield answer.choices, str(answer.zh), ledger.key, answer.name


def _name(choices: type[Choices], key: str, field: str, taken: Iterable[str]) -> str:
    plain = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", choices.__name__).lower()
    return plain if plain not in taken else f"{key.replace('-', '_')}_{field}"


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _english(choices: type[Choices]) -> dict[str, str]:
    """English names of codes: those the enumeration gives, else the codes themselves, as words."""
    given = getattr(choices, "ENGLISH", {})
    return {str(value): given.get(value, _words(str(value))) for value in choices.values}

"""The numbers about sizes that hold in a county on a day."""

from datetime import date

from branches import parameters as declared
from branches.size_rules import BRANCH, COMMITTEE, GENERAL, Establishment, Limits
from villages import parameters


def limits(county: str, on: date) -> Limits:
    """Limits of sizes and seats. No query once the parameters are cached."""

    def of(definition: parameters.Definition) -> int:
        return int(parameters.value(definition.key, on=on, county=county))

    teams = {
        form: Establishment(*(of(declared.SEATS[form, end]) for end in ("least", "usual", "most")))
        for form in (BRANCH, GENERAL, COMMITTEE)
    }
    return Limits(
        of(declared.LEAST), of(declared.ELECTED), of(declared.LARGE), of(declared.COUNTY), teams
    )


def number(definition: parameters.Definition, county: str, on: date) -> int:
    """One number that decides, as it holds in a county on a day."""
    return int(parameters.value(definition.key, on=on, county=county))

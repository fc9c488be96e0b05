"""Parts of addresses that are more than text."""

from datetime import date

from villages.common.errors import DomainError
from villages.common.periods import Month, parse_month


class DayConverter:
    """A day as 2026-10-05."""

    regex = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        """The date; ValueError (a 404) for a day that does not exist."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """ISO form."""
        return value.isoformat()


class MonthConverter:
    """A month as 2026-10."""

    regex = r"[0-9]{4}-[0-9]{2}"

    def to_python(self, value: str) -> Month:
        """The month; ValueError (a 404) for one that no calendar has."""
        try:
            return parse_month(value)
        except DomainError as error:
            raise ValueError(value) from error

    def to_url(self, value: Month | str) -> str:
        """Its code."""
        return str(value)


class TownshipConverter:
    """The statistical code of a township."""

    regex = r"[0-9]{9}"

    def to_python(self, value: str) -> str:
        """The code itself."""
        return value

    def to_url(self, value: str) -> str:
        """The code itself."""
        return value


class VillageConverter(TownshipConverter):
    """The statistical code of a village."""

    regex = r"[0-9]{12}"

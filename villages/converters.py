"""Parts of addresses that are more than text."""

from datetime import date


class DayConverter:
    """A day as 2026-10-05."""

    regex = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        """The date; ValueError (a 404) for a day that does not exist."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """ISO form."""
        return value.isoformat()

"""Form fields that read what people write as sheets are read: 3.5万, 2026年10月, １２．５."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from villages.common.dates import parse_date
from villages.common.errors import DomainError
from villages.common.money import round_half_up, to_fen, wan_text, yuan
from villages.common.periods import Month, parse_month
from villages.common.quantities import parse_number
from villages.common.readings import Unreadable
from villages.imports.findings import WORDS

WAN_FEN = 1_000_000


class Read(forms.Field):
    """A field whose text is read by `parse`; nothing is None, what was typed comes back."""

    def parse(self, text: str) -> Any:
        """The value of a text that is not blank; raises `Unreadable` or `DomainError`."""
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        """The value, None for blanks."""
        if value is None or not str(value).strip():
            return None
        try:
            return self.parse(str(value))
        except Unreadable as error:
            message, hint = WORDS[error.code]
            raise ValidationError(f"“{error.sample}”{message}{hint}", code=error.code) from None
        except DomainError as error:
            raise ValidationError(str(error), code=error.code) from None


class YuanField(Read):
    """Money typed in yuan, kept in fen."""

    def parse(self, text: str) -> int | None:
        """Fen, half-up; negative amounts are for the rules of the row."""
        number = parse_number(text, "元").value
        return None if number is None else to_fen(number)

    def prepare_value(self, value: Any) -> Any:
        """Stored fen as yuan without needless zeros; text as it was typed."""
        return _plain(yuan(value)) if isinstance(value, int) else value

    def echo(self, value: Any) -> str:
        """Large amounts once more in 万元, so that a zero too many is seen."""
        try:
            fen = value if isinstance(value, int) else self.to_python(value)
        except ValidationError:
            return ""
        return f"= {wan_text(fen)} 万元" if fen is not None and abs(fen) >= WAN_FEN else ""


class NumberField(Read):
    """A number with so many decimals."""

    def __init__(self, *, places: int, **options: Any) -> None:
        super().__init__(**options)
        self.places = places

    def parse(self, text: str) -> Decimal | int | None:
        """A whole number where no decimals are kept; otherwise exact, never rounded in silence."""
        number = parse_number(text, str(getattr(self, "unit", ""))).value
        if number is None:
            return None
        if number != round_half_up(Fraction(number), self.places):
            raise Unreadable("not_whole", text) if not self.places else _too_fine(self.places)
        return int(number) if not self.places else number

    def prepare_value(self, value: Any) -> Any:
        """Without needless zeros."""
        return _plain(value) if isinstance(value, Decimal) else value


class ShareField(Read):
    """A share typed in percent, kept between 0 and 1."""

    def parse(self, text: str) -> Decimal | None:
        """21.88 or 21.88% is 0.2188."""
        number = parse_number(text.strip().rstrip("%％"), "").value
        return None if number is None else number / 100

    def prepare_value(self, value: Any) -> Any:
        """The stored share in percent."""
        return _plain(value * 100) if isinstance(value, Decimal) else value


class MonthField(Read):
    """A month, kept as the integer 202610."""

    widget = forms.TextInput(attrs={"type": "month", "placeholder": "2026-10", "maxlength": "12"})

    def parse(self, text: str) -> int:
        """2026-10, 202610 and 2026年10月 are the same month."""
        return parse_month(text).number

    def prepare_value(self, value: Any) -> Any:
        """As the browser's month input wants it."""
        return Month.from_number(value).code if isinstance(value, int) else value


class DayField(Read):
    """A day; of a month alone its first one, as in sheets."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def parse(self, text: str) -> date | None:
        """2026-10-05, 2026.10.5 and 2026年10月5日 are the same day."""
        return parse_date(text).value


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _too_fine(places: int) -> DomainError:
    return DomainError("too_fine", f"最多保留 {places} 位小数。", "请四舍五入后再填写。")

"""Request bodies: built from the same fields as answers, strict about types and names."""

from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError

from villages.common.columns import Kind
from villages.common.errors import DomainError
from villages.rest.fields import Input
from villages.rest.suggestions import nearest
from villages.rest.wire import WIRES, read_day


class StrictText(serializers.CharField):
    """A JSON string."""

    def to_internal_value(self, data: Any) -> str:
        """The trimmed text; numbers are not text."""
        if not isinstance(data, str):
            self.fail("invalid")
        return str(super().to_internal_value(data))


class StrictInteger(serializers.IntegerField):
    """A JSON integer."""

    def to_internal_value(self, data: Any) -> int:
        """The number; texts and truth values are not numbers."""
        whole = isinstance(data, float) and data.is_integer()
        if isinstance(data, bool) or not (isinstance(data, int) or whole):
            self.fail("invalid")
        return int(super().to_internal_value(int(data)))


class StrictBoolean(serializers.BooleanField):
    """A JSON truth value."""

    def to_internal_value(self, data: Any) -> bool:
        """True or false; words are not truth values."""
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return data


class StrictDay(serializers.Field[Any, Any, Any, Any]):
    """A day written YYYY-MM-DD."""

    default_error_messages = {"invalid": _("日期应写成 YYYY-MM-DD。")}

    def to_internal_value(self, data: Any) -> date:
        """The day."""
        try:
            return read_day(data)
        except (TypeError, ValueError):
            self.fail("invalid")

    def to_representation(self, value: date) -> str:
        """ISO 8601."""
        return value.isoformat()


class StrictWire(serializers.Field[Any, Any, Any, Any]):
    """A value written as parameters write it: money and shares as text, months as 2026-10."""

    default_error_messages = {
        "invalid": _('格式不对;金额和比例写成文本,例如 "12.50",月份写成 2026-10。')
    }

    def __init__(self, kind: Kind, **options: Any) -> None:
        super().__init__(**options)
        self.kind = kind

    def to_internal_value(self, data: Any) -> Any:
        """The stored value: fen, 202610."""
        try:
            return WIRES[self.kind].read(data)
        except (TypeError, ValueError, DomainError):
            self.fail("invalid")

    def to_representation(self, value: Any) -> Any:
        """As answers write it."""
        write = WIRES[self.kind].write
        return write(value) if write else value


class StrictDecimal(serializers.Field[Any, Any, Any, Any]):
    """A decimal written as a text, so that no digit is lost on the way."""

    default_error_messages = {"invalid": _('应为写成文本的数字,例如 "12.50"。')}

    def to_internal_value(self, data: Any) -> Any:
        """The exact number."""
        try:
            return WIRES[Kind.DECIMAL].read(data)
        except (TypeError, ValueError):
            self.fail("invalid")

    def to_representation(self, value: Any) -> str:
        """The text."""
        return str(value)


_WIRED = frozenset({Kind.YUAN, Kind.WAN, Kind.SHARE, Kind.MONTH, Kind.INSTANT})


def _field(one: Input) -> Any:
    """The strict field for an input."""
    common: dict[str, Any] = {"label": one.field.zh, "required": one.required}
    if not one.required:
        common["default"] = one.default
        common["allow_null"] = one.field.nullable
    if one.field.many:
        inner = _text(one, {})
        return serializers.ListField(child=inner, max_length=one.max_items or 200, **common)
    kinds = {Kind.DATE: StrictDay, Kind.DECIMAL: StrictDecimal, Kind.BOOLEAN: StrictBoolean}
    if one.field.kind is Kind.INTEGER:
        return StrictInteger(min_value=one.low, max_value=one.high, **common)
    if one.field.kind in _WIRED:
        return StrictWire(one.field.kind, **common)
    if one.field.kind in kinds:
        return kinds[one.field.kind](**common)
    return _text(one, common)


def _text(one: Input, common: dict[str, Any]) -> Any:
    if one.field.choices is not None:
        return serializers.ChoiceField(choices=one.field.choices.choices, **common)
    longest = one.max_length or 200
    if one.field.pattern:
        return _Patterned(one.field.pattern, max_length=longest, **common)
    return StrictText(max_length=longest, allow_blank=not one.required, **common)


class _Patterned(StrictText):
    """A text that must match its field's pattern from end to end."""

    def __init__(self, pattern: str, **options: Any) -> None:
        super().__init__(trim_whitespace=False, **options)
        self.validators.append(_matching(pattern))


def _matching(pattern: str) -> Any:
    from django.core.validators import RegexValidator

    return RegexValidator(pattern.replace("$", r"\Z"), _("格式不对。"), code="pattern")


class WriteSerializer(serializers.Serializer[Any]):
    """A request body; `inputs` declare it. Unknown members are refused with a suggestion."""

    inputs: ClassVar[tuple[Input, ...]] = ()

    def get_fields(self) -> dict[str, Any]:
        """The strict fields."""
        return {one.name: _field(one) for one in self.inputs}

    def to_internal_value(self, data: Any) -> Any:
        """Typed values; also says which members are not known."""
        if isinstance(data, dict):
            self._refuse_unknown(data)
        return super().to_internal_value(data)

    def _refuse_unknown(self, data: dict[str, Any]) -> None:
        known = list(self.fields)
        wrong = {}
        for name in data:
            if name not in known:
                guess = nearest(name, known)
                said = _("没有这个字段;您是否想用 %s?") % guess if guess else _("没有这个字段。")
                wrong[name] = [ErrorDetail(str(said), code="unknown")]
        if wrong:
            raise ValidationError(wrong)


def checked(
    serializer: type[WriteSerializer], data: Any, *, partial: bool = False
) -> dict[str, Any]:
    """The typed body, or the problem that points at each wrong member.

    With `partial` no member is required, and none that is left out gets a value.
    """
    form = serializer(data=data, partial=partial)
    form.is_valid(raise_exception=True)
    return dict(form.validated_data)

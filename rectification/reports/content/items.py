"""Figures as a report keeps them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any

from rectification.reports.content.folds import Tables, Where
from rectification.reports.content.formulas import Formula
from villages.common.figures import Figure, Missing
from villages.common.money import wan_text


@dataclass(frozen=True)
class Item:
    """One figure of the report; `value` is a whole number, a decimal as text, or None with the
    reason in `gap`. `missing` names the units that should have counted. `unit_code` is the
    township that the figure is about, empty for the whole. `before` names the figure that this
    one is compared with or derived from."""

    code: str
    label: str
    value: int | str | None
    unit: str = ""
    gap: str | None = None
    numerator: int | None = None
    denominator: int | None = None
    definition: str = ""
    source: str = ""
    missing: tuple[str, ...] = ()
    formula: Formula | None = None
    unit_code: str = ""
    before: str = ""

    @classmethod
    def of(cls, figure: Figure, formula: Formula | None = None, **more: Any) -> "Item":
        """A figure as the report keeps it."""
        stated = figure.to_json()
        kept = ("code", "label", "value", "unit", "gap", "numerator", "denominator",
                "definition", "source")  # fmt: skip
        fields = {key: stated[key] for key in kept}
        return cls(**fields, missing=figure.missing, formula=formula, **more)

    @classmethod
    def folded(
        cls, code: str, label: str, unit: str, formula: Formula, tables: Tables, **more: Any
    ) -> "Item":
        """A figure that the frozen rows themselves give."""
        value = formula.value(tables)
        parts = formula.parts(tables) if formula.how == "share" else (None, None)
        return cls(
            code, label, stored(value), unit, gap=None if value is not None else _gap(formula),
            numerator=_whole(parts[0]), denominator=_whole(parts[1]), formula=formula, **more,
        )  # fmt: skip

    def narrowed(self, unit_code: str, name: str, tables: Tables) -> "Item":
        """The same figure of one township, from the same frozen rows."""
        if self.formula is None:
            raise ValueError(f"{self.code} has no formula to narrow")
        formula = self.formula.narrowed(Where("township_code", "eq", unit_code))
        inside = Item.folded(
            f"{self.code}.{unit_code}", f"{name}{self.label}", self.unit, formula, tables,
            definition=self.definition, source=self.source, unit_code=unit_code, before=self.before,
        )  # fmt: skip
        missing = tuple(code for code in self.missing if code.startswith(unit_code))
        gap = inside.gap or (self.gap if self.value is None else None)
        return replace(inside, missing=missing, gap=gap, value=None if gap else inside.value)

    @property
    def number(self) -> Decimal | None:
        """The value as an exact number; None where there is none."""
        return None if self.value is None else Decimal(str(self.value))

    def shown(self, form: str = "") -> str:
        """The value as it is printed, without its unit: `share` adds its base, `wan` tells yuan
        in ten thousands, `size` leaves the sign out."""
        if self.value is None or self.number is None:
            return "—"
        if form == "share":
            return f"{self.value}%（{self.numerator}/{self.denominator}）"
        if form == "wan":
            return wan_text(int(self.number * 100)).replace(",", "")
        if form == "size":
            return str(self.value).removeprefix("-")
        return str(self.value)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Item":
        """The figure again."""
        formula = Formula.from_json(kept["formula"]) if kept["formula"] else None
        return cls(**{**kept, "missing": tuple(kept["missing"]), "formula": formula})


def stored(value: int | Decimal | None) -> int | str | None:
    """A number as JSON keeps it exactly."""
    return f"{value:f}" if isinstance(value, Decimal) else value


def _whole(value: int | Decimal | None) -> int | None:
    return None if value is None else int(value)


def _gap(formula: Formula) -> str:
    """Why a formula gives nothing."""
    return str(_GAPS.get(formula.how, Missing.NOT_FILED))


_GAPS = {
    "share": Missing.NO_BASE, "ratio": Missing.NO_BASE,
    "growth": Missing.NOT_COMPARABLE, "points": Missing.NOT_COMPARABLE,
}  # fmt: skip

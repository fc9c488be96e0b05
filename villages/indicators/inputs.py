"""What a county's own indicators ask every month: an input for each definition."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from villages.common.columns import Kind
from villages.common.periods import Month
from villages.filings.declaring import Faults, FilingInput, InputSource, Landing, Stated
from villages.filings.landing import Wanted, put, take_back
from villages.filings.recalling import monthly
from villages.indicators.choices import Filer, IndicatorKind, IndicatorState, Rhythm
from villages.indicators.models import IndicatorDefinition, IndicatorValue
from villages.models import Village

PREFIX = "indicators."
_PLACES = 2
# A share needs two numbers and is filed on its own page.
_KINDS = {
    IndicatorKind.COUNT: Kind.INTEGER,
    IndicatorKind.AMOUNT: Kind.DECIMAL,
    IndicatorKind.YES_NO: Kind.BOOLEAN,
}
_BEGUN = (IndicatorState.IN_FORCE, IndicatorState.ENDED)


def made(county: str) -> tuple[FilingInput, ...]:
    """The inputs of a county. Ended indicators stay known, so that earlier months still read.

    One query.
    """
    return tuple(_input(one) for one in _monthly().filter(county_code=county).order_by("slug"))


def _monthly() -> Any:
    return IndicatorDefinition.objects.filter(
        rhythm=Rhythm.MONTH, filer=Filer.TOWNSHIP, state__in=_BEGUN, kind__in=list(_KINDS)
    )


def _input(one: IndicatorDefinition) -> FilingInput:
    return FilingInput(
        f"{PREFIX}{one.slug}", one.name, _KINDS[IndicatorKind(one.kind)], one.about, one.office,
        unit=one.unit, basis=one.basis, most=None if one.high is None else int(one.high),
        places=_PLACES if one.kind == IndicatorKind.AMOUNT else 0, used_by=(one.purpose,),
    )  # fmt: skip


def read(villages: Sequence[int], month: Month) -> Stated:
    """The values of the month. One query."""
    return series(villages, [month]).get(month.number, {})


def last(villages: Sequence[int], month: Month) -> Stated:
    """The values of the month before. One query."""
    return read(villages, month.previous())


def series(villages: Sequence[int], months: Sequence[Month]) -> Mapping[int, Stated]:
    """The values of these months. One query."""
    rows = IndicatorValue.objects.filter(
        village__in=villages, period__in=[one.code for one in months],
        definition__in=_monthly().values("pk"),
    ).select_related("definition")  # fmt: skip
    found: dict[int, dict[int, dict[str, Any]]] = {}
    for row in rows:
        said = found.setdefault(row.month, {}).setdefault(row.village_id, {})
        said[f"{PREFIX}{row.definition.slug}"] = _said(row)
    return found


def _said(row: IndicatorValue) -> Any:
    if row.value is None:
        return row.is_yes
    if row.definition.kind == IndicatorKind.COUNT:
        return int(row.value)
    return row.value.quantize(Decimal(1).scaleb(-_PLACES))


def check(answers: Stated, _month: Month) -> Faults:
    """Values stay inside the definition's range. One query."""
    known = _definitions(answers)
    found = {}
    for village, given in answers.items():
        for key, value in given.items():
            one = known[key]
            if one.low is not None and value < one.low:
                found[village, key] = _("“%s”不能小于 %s。") % (one.name, one.low.normalize())
            elif one.high is not None and value > one.high:
                found[village, key] = _("“%s”不能大于 %s。") % (one.name, one.high.normalize())
    return found


def _definitions(answers: Stated) -> dict[str, IndicatorDefinition]:
    slugs = {key.removeprefix(PREFIX) for given in answers.values() for key in given}
    counties = Village.objects.filter(pk__in=list(answers)).values("county_code")
    rows: Iterable[IndicatorDefinition] = _monthly().filter(
        slug__in=slugs, county_code__in=counties
    )
    return {f"{PREFIX}{one.slug}": one for one in rows}


def land(landing: Landing) -> None:
    """One value for each village, indicator and month. At most five statements."""
    known = _definitions(landing.answers)
    rows = IndicatorValue.objects.filter(
        village__in=list(landing.answers), period=landing.month.code,
        definition__in=[one.pk for one in known.values()],
    )  # fmt: skip
    standing = {(row.village_id, row.definition_id): row for row in rows}
    put(
        landing, IndicatorValue,
        (
            Wanted(
                village, standing.get((village, known[key].pk)),
                _values(known[key], landing.month, value),
            )
            for village, given in landing.answers.items()
            for key, value in given.items()
        ),
    )  # fmt: skip


def _values(one: IndicatorDefinition, month: Month, value: Any) -> dict[str, Any]:
    name = "is_yes" if one.kind == IndicatorKind.YES_NO else "value"
    return {"definition_id": one.pk, "period": month.code, "month": month.number, name: value}


def lift(landing: Landing) -> None:
    """The values as they were."""
    take_back(landing, IndicatorValue)


SOURCES = (
    InputSource(
        "indicators", (), read=read, last=last, land=land, lift=lift, series=series, check=check,
        made=made, prefix=PREFIX, recall=monthly(series),
    ),
)  # fmt: skip

"""Writing filed answers into ledger rows of villages, and taking them back.

For ledgers that keep one row for each thing. What a row was before is remembered with the
filing, so that a withdrawal leaves the ledger as if nothing had been filed. A ledger that keeps
its own corrections, as income does, needs none of this.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from villages.filings.declaring import Landing
from villages.filings.models import LandedRow

# Never changes with a row, or changes with every writing.
_OWN = frozenset({"id", "version"})


# Primary key, village, and the fields that a row had; None for a new row.
_Before = tuple[int, int, dict[str, Any] | None]


@dataclass(frozen=True)
class Wanted:
    """How one row of a village should be; `row` is the one that stands, None where none does."""

    village: int
    row: Any
    values: Mapping[str, Any]

    @property
    def differs(self) -> bool:
        """Whether the row says something else."""
        return self.row is None or any(
            getattr(self.row, name) != value for name, value in self.values.items()
        )


def put(landing: Landing, model: Any, wanted: Iterable[Wanted]) -> None:
    """Makes rows and changes those that differ; equal ones stay. At most three statements."""
    differing = [one for one in wanted if one.differs]
    made = [one for one in differing if one.row is None]
    changed = [one for one in differing if one.row is not None]
    before: list[_Before] = [(one.row.pk, one.row.village_id, _fields(one.row)) for one in changed]
    rows = model.objects.bulk_create([_new(landing, model, one) for one in made])
    before += [(row.pk, row.village_id, None) for row in rows]
    _change(landing, model, changed)
    _remember(landing, model, before)


def put_away(landing: Landing, model: Any, rows: Sequence[Any]) -> None:
    """Takes rows out of the ledger that a filing denies. Two statements, none for no rows."""
    if rows:
        _remember(landing, model, [(row.pk, row.village_id, _fields(row)) for row in rows])
        model.objects.filter(pk__in=[row.pk for row in rows]).delete()


def take_back(landing: Landing, model: Any) -> None:
    """Rows of one ledger as they were before these filings. At most six statements."""
    landed = LandedRow.objects.filter(
        filing__uid__in=list(landing.filings.values()), ledger=_name(model)
    )
    known: dict[int, Any] = dict(landed.values_list("row", "before"))
    if not known:
        return
    model.objects.filter(pk__in=[pk for pk, old in known.items() if old is None]).delete()
    _restore(model, {pk: old for pk, old in known.items() if old is not None})
    landed.delete()


def _name(model: Any) -> str:
    return str(model._meta.label_lower)


def _new(landing: Landing, model: Any, one: Wanted) -> Any:
    return model(
        village_id=one.village, county_code=landing.county, source=landing.source[:120],
        **one.values,
    )  # fmt: skip


def _change(landing: Landing, model: Any, changed: Sequence[Wanted]) -> None:
    names = {"source", "version"}
    for one in changed:
        for name, value in one.values.items():
            setattr(one.row, name, value)
            names.add(name)
        one.row.source = landing.source[:120]
        one.row.version += 1
    if changed:
        model.objects.bulk_update([one.row for one in changed], sorted(names))


def _fields(row: Any) -> dict[str, Any]:
    fields = (one for one in row._meta.concrete_fields if one.attname not in _OWN)
    return {one.attname: getattr(row, one.attname) for one in fields}


def _remember(landing: Landing, model: Any, before: Sequence[_Before]) -> None:
    """What was remembered first stays: a filing handed in again began from its own row."""
    LandedRow.objects.bulk_create(
        (
            LandedRow(
                filing_id=landing.filings[village], county_code=landing.county,
                ledger=_name(model), row=pk, before=old,
            )
            for pk, village, old in before
        ),
        ignore_conflicts=True,
    )  # fmt: skip


def _restore(model: Any, known: Mapping[int, dict[str, Any]]) -> None:
    """Changed rows get their fields back, taken away ones stand again under their number."""
    standing = model.objects.in_bulk(list(known))
    fields = {one.attname: one for one in model._meta.concrete_fields if one.attname not in _OWN}
    for pk, row in standing.items():
        row.version += 1
        for name, field in fields.items():
            setattr(row, name, field.to_python(known[pk][name]))
    if standing:
        model.objects.bulk_update(
            standing.values(), [*(one.name for one in fields.values()), "version"]
        )
    model.objects.bulk_create(
        model(pk=pk, **{name: field.to_python(known[pk][name]) for name, field in fields.items()})
        for pk in known.keys() - standing.keys()
    )

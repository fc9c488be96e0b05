"""The county's screening standards and words: installed, copied, published."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rectification.defaults.standards import HIGH_SHARE, LOW_SHARE, SITUATIONS, TITLE
from rectification.defaults.words import WORDS
from rectification.models import CaseWord, ScreeningItem, ScreeningStandard
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.models import County
from villages.trace.record import record

_ITEM = ("code", "situation", "basis", "hint", "limit", "points", "restricted")


@transaction.atomic
def install_defaults(*, county: County, by: Any, on: date) -> int:
    """The default standard of the day's year and the default words, where the county has none.

    Gives how many rows were added; what a county keeps itself is left alone.
    """
    return install_standard(county=county, year=on.year, by=by) + install_words(
        county=county, by=by
    )


@transaction.atomic
def install_standard(*, county: County, year: int, by: Any) -> int:
    """The eighteen situations as a draft for a year that has no standard; gives the rows added."""
    if ScreeningStandard.objects.in_county(county.code).filter(year=year).exists():
        return 0
    standard = ScreeningStandard.objects.create(
        county_code=county.code, year=year, title=TITLE, low_share=LOW_SHARE, high_share=HIGH_SHARE
    )
    ScreeningItem.objects.bulk_create(
        ScreeningItem(county_code=county.code, standard=standard, **one._asdict())
        for one in SITUATIONS
    )
    record("screening.installed", standard, by=by, count=len(SITUATIONS))
    return 1 + len(SITUATIONS)


@transaction.atomic
def install_words(*, county: County, by: Any) -> int:
    """The default words of every use of which the county has none; gives how many were added."""
    known = set(CaseWord.objects.in_county(county.code).values_list("use", flat=True))
    made = CaseWord.objects.bulk_create(
        CaseWord(county_code=county.code, position=place, **one._asdict())
        for place, one in enumerate(WORDS, start=1)
        if one.use not in known
    )
    if made:
        record("screening.words_installed", county, by=by, count=len(made))
    return len(made)


@transaction.atomic
def copy_standard(standard: ScreeningStandard, *, by: Any, year: int) -> ScreeningStandard:
    """A draft with the same situations: the first edition of another year, or the next edition
    of a year that has one. Raises what the constraints say."""
    County.objects.select_for_update().get(code=standard.county_code)
    rows = ScreeningStandard.objects.in_county(standard.county_code).filter(year=year)
    last = rows.aggregate(last=Max("edition"))["last"] or 0
    made = ScreeningStandard.objects.create(
        county_code=standard.county_code, year=year, edition=last + 1, title=standard.title,
        low_share=standard.low_share, high_share=standard.high_share,
    )  # fmt: skip
    ScreeningItem.objects.bulk_create(
        ScreeningItem(
            county_code=made.county_code, standard=made,
            **{name: getattr(one, name) for name in _ITEM},
        )
        for one in standard.items.all()
    )  # fmt: skip
    record("screening.copied", made, by=by, after={"year": year, "edition": made.edition})
    return made


@transaction.atomic
def publish_standard(
    standard: ScreeningStandard, *, by: Any, on: date, document_no: str = ""
) -> ScreeningStandard:
    """Puts a draft into force; from then on it can only be replaced by another edition.

    Raises `standard_published`, `standard_empty`.
    """
    row = locked(standard)
    if row.published_on is not None:
        hint = _("要修改请复制为新的一版。")
        raise DomainError("standard_published", _("这一版标准已经发布。"), hint)
    if not row.items.exists():
        hint = _("请先登记排查情形,或者从上一年复制。")
        raise DomainError("standard_empty", _("标准里还没有情形,不能发布。"), hint)
    changed(row, published_on=on, document_no=document_no or row.document_no)
    record("screening.published", row, by=by, after={"published_on": on})
    return row

"""Ages and their bands, from a month of birth."""

from datetime import date

from django.utils.translation import gettext_lazy as _

# Upper bounds of the bands of the structure table, in full years; the last has none.
BANDS: tuple[tuple[str, object, int], ...] = (
    ("to_35", _("35岁及以下"), 35),
    ("36_45", _("36-45岁"), 45),
    ("46_55", _("46-55岁"), 55),
    ("56_60", _("56-60岁"), 60),
    ("over_60", _("60岁以上"), 999),
)


def age_on(birth_month: int | None, on: date) -> int | None:
    """Full years by the month: whoever was born this month counts as having had the birthday."""
    if birth_month is None:
        return None
    year, month = divmod(birth_month, 100)
    return on.year - year - (on.month < month)


def band_of(age: int | None) -> str:
    """The key of the band; empty where the age is unknown."""
    if age is None:
        return ""
    return next(key for key, _label, most in BANDS if age <= most)

"""What a person's row cannot say."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from cadres.choices import Education
from villages.common.faults import Fault

_RANK = {one.value: place for place, one in enumerate(reversed(Education))}
_LATEST_MONTH = 12
# 党章: whoever is eighteen may apply to join.
_LEAST_AGE = 18


def faults(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    """Months that do not exist, joining the party as a child, an education above the highest."""
    birth, joined = values.get("birth_month"), values.get("joined_party_on")
    if birth is not None and not 1 <= birth % 100 <= _LATEST_MONTH:
        yield Fault("birth_month", "month", _("月份应在 01 到 12 之间,例如 199709。"))
    elif birth is not None and joined is not None and _months(joined) < birth + _LEAST_AGE * 100:
        yield Fault("joined_party_on", "too_young", _("入党时不满 18 周岁,请核对。"))
    highest, full_time = values.get("education"), values.get("education_full_time")
    if highest and full_time and _RANK[full_time] > _RANK[highest]:
        yield Fault("education_full_time", "above", _("全日制学历不能高于最高学历。"))


def _months(day: Any) -> int:
    return int(day.year * 100 + day.month)

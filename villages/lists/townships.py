"""Which townships a list can be narrowed to."""

from typing import Any

from villages.models import Township


def townships_at_hand(request: Any) -> Any:
    """Townships in force that one may see, of the county one works in; none without a county."""
    rows = Township.objects.visible_to(request.user).filter(valid_to=None)
    return rows.in_county(request.county.code) if request.county else rows.none()

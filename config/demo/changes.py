"""What happened to the map of the demo county: one merger, one new name."""

from datetime import date

from villages.accounts.models import User
from villages.actions.changes import apply_change
from villages.actions.renaming import rename_unit
from villages.divisions.mapchange import NamedCode
from villages.divisions.planning.merging import plan_merge
from villages.models import County, Village

MERGED_IN, RENAMED_IN = "石桥镇", "柳泉镇"
TODAY = date(2026, 11, 3)


def build(county: County, by: User) -> None:
    """Two small villages of 石桥镇 became 和兴村; a village of 柳泉镇 took another name."""
    _merge(_villages(county, MERGED_IN)[-2:], by)
    village = _villages(county, RENAMED_IN)[4]
    rename_unit(
        unit=village, name="泉水湾村", on=date(2025, 3, 1), basis="示民发〔2025〕3号",
        version=village.version, today=TODAY, by=by,
    )  # fmt: skip


def _villages(county: County, township: str) -> list[Village]:
    rows = Village.objects.filter(county_code=county.code, township__name=township)
    return list(rows.select_related("township").order_by("code"))


def _merge(villages: list[Village], by: User) -> None:
    into = NamedCode(f"{villages[0].township.code}260", "和兴村")
    change = plan_merge(
        villages=villages, into=into, on=date(2025, 7, 1), basis="示政函〔2025〕12号", today=TODAY
    )
    apply_change(change=change, by=by, digest=change.digest)

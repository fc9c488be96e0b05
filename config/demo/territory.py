"""County, townships, villages and their basic figures."""

from datetime import date
from decimal import Decimal
from random import Random

from config.demo.names import COUNTY_CODE, COUNTY_NAME, TOWNSHIPS, village_names
from villages.choices import VillageKind
from villages.common.codes import township_kind_of
from villages.divisions.finding import readings_of
from villages.models import County, Township, Village, VillageProfile


def build(rng: Random) -> County:
    """示例县 with 11 townships, 216 villages and three yearly surveys."""
    county = County.objects.create(
        code=COUNTY_CODE, name=COUNTY_NAME, province_name="示例省", city_name="示例市",
        department_name=f"中共{COUNTY_NAME}委组织部", hotline="0000-1234567", is_demo=True,
        **spelled(COUNTY_NAME, COUNTY_CODE),
    )  # fmt: skip
    for name, digits, count in TOWNSHIPS:
        township = _township(county, name, digits)
        villages = [_village(township, n, v) for n, v in enumerate(village_names(rng, count), 200)]
        Village.objects.bulk_create(villages)
        VillageProfile.objects.bulk_create(
            profile for village in villages for profile in _surveys(village, rng)
        )
    return county


def _township(county: County, name: str, digits: str) -> Township:
    code = county.code + digits
    return Township.objects.create(
        county=county, county_code=county.code, code=code, name=name,
        kind=str(township_kind_of(code)), **spelled(name, code),
    )  # fmt: skip


def _village(township: Township, number: int, name: str) -> Village:
    code = f"{township.code}{number}"
    kind = VillageKind.VILLAGERS
    return Village(
        township=township, county_code=township.county_code, code=code, name=name, kind=kind,
        urban_rural="122" if township.kind == "street" else "220", **spelled(name, code),
    )  # fmt: skip


def _surveys(village: Village, rng: Random) -> list[VillageProfile]:
    """Households, people, members, land at the start of each of three years."""
    households, members = rng.randint(140, 920), rng.randint(14, 96)
    women, mu = members * rng.randint(14, 30) // 100, Decimal(rng.randint(8_000, 62_000)) / 10
    surveys = []
    for year in (2024, 2025, 2026):
        surveys.append(
            VillageProfile(
                village=village,
                county_code=village.county_code,
                as_of=date(year, 1, 1),
                households=households,
                population=households * rng.randint(27, 38) // 10,
                members=members,
                women_members=women,
                farmland_mu=mu,
                groups=max(2, households // 60),
                source=f"{year}年度基本情况统计表",
            )
        )
        households += rng.randint(-6, 4)
        members += rng.randint(-1, 2)
    return surveys


def spelled(name: str, code: str) -> dict[str, str]:
    """How a unit of the demo is found."""
    keys = ("pinyin", "initials", "search_text")
    return dict(zip(keys, readings_of(name, code), strict=True))

"""A sheet of 30 columns as a county sends it, the table it goes into, and its declaration."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from django.db import models
from openpyxl import Workbook

from tests.factories import CountyFactory
from villages.db import bulk
from villages.imports import cells
from villages.imports.declaring import Context, Key, Row, Saved, SheetColumn, SheetKind, Values
from villages.models import Township, Village

COUNTY = "999901"
TOWNSHIPS, VILLAGES = 12, 216
COUNTS = tuple(f"count_{number}" for number in range(16))
SUMS = tuple(f"sum_{number}_fen" for number in range(5))
AREAS = tuple(f"area_{number}" for number in range(3))
WORDS = ("owner", "remark")
FIGURES = (*COUNTS, *SUMS, *AREAS, *WORDS, "signed_on")
STORED = ("village", "county_code", "serial", *FIGURES)
_SURNAMES, _WORDS = "赵钱孙李周吴郑王冯陈", "河塘林地荒山仓库门面鱼池果园"


def _fields() -> dict[str, models.Field]:
    fields: dict[str, models.Field] = {name: models.IntegerField(null=True) for name in COUNTS}
    fields |= {name: models.BigIntegerField(null=True) for name in SUMS}
    fields |= {
        name: models.DecimalField(max_digits=12, decimal_places=2, null=True) for name in AREAS
    }
    fields |= {name: models.CharField(max_length=60, blank=True, default="") for name in WORDS}
    return fields | {"signed_on": models.DateField(null=True)}


class _Meta:
    app_label = "bench"
    db_table = "bench_wide"
    constraints = [models.UniqueConstraint(fields=["village", "serial"], name="bench_wide_once")]


WideRow: Any = type(
    "WideRow",
    (models.Model,),
    {
        "__module__": __name__,
        "Meta": _Meta,
        "village": models.ForeignKey(Village, models.PROTECT, related_name="+"),
        "county_code": models.CharField(max_length=6),
        "serial": models.IntegerField(),
        **_fields(),
    },
)


def stored_rows(context: Context) -> Mapping[Key, Values]:
    """What stands in the table, by village and serial. One query."""
    rows = WideRow.objects.filter(county_code=context.county)
    names = ("village__code", "serial", *FIGURES)
    return {
        (code, serial): dict(zip(FIGURES, figures, strict=True))
        for code, serial, *figures in rows.values_list(*names)
    }


def save_rows(context: Context, new: list[Row], changed: list[Row]) -> Saved:
    """New rows only: the measured sheets change nothing."""
    bulk.insert(
        WideRow,
        STORED,
        (
            (row.village.pk, context.county, row.values["serial"], *map(row.values.get, FIGURES))
            for row in new
        ),
    )
    return Saved(created=len(new), undo=[[row.village.code, row.values["serial"]] for row in new])


def _columns() -> tuple[SheetColumn, ...]:
    return (
        SheetColumn("township", "乡镇", cells.name),
        SheetColumn("village", "村名", cells.name, required=True),
        SheetColumn("serial", "编号", cells.count, required=True),
        *(SheetColumn(key, f"第{n}项人数", cells.count, unit="人", most=10**6)
          for n, key in enumerate(COUNTS, 1)),
        *(SheetColumn(key, f"第{n}项金额", cells.fen, unit="元", most=10**12)
          for n, key in enumerate(SUMS, 1)),
        *(SheetColumn(key, f"第{n}项面积", cells.decimal(2), unit="亩", most=10**6)
          for n, key in enumerate(AREAS, 1)),
        SheetColumn("owner", "承包人", cells.name),
        SheetColumn("remark", "标的物", cells.text),
        SheetColumn("signed_on", "签订日期", cells.day),
    )  # fmt: skip


WIDE = SheetKind(
    key="bench-wide",
    title="三十列的表",
    columns=_columns(),
    identity=lambda row: (row.village.code, row.values["serial"]),
    existing=stored_rows,
    save=save_rows,
    undo=lambda context, saved: 0,
    twin="duplicate_row",
)


def make_places() -> None:
    """One county with its townships and villages."""
    county = CountyFactory(code=COUNTY, name="青原县", search_text="青原县")
    Township.objects.bulk_create(
        Township(county=county, county_code=COUNTY, code=f"{COUNTY}{100 + n}", name=f"{name}镇")
        for n, name in enumerate("东西南北中上下前后左右新"[:TOWNSHIPS])
    )
    towns = list(Township.objects.order_by("code"))
    Village.objects.bulk_create(
        Village(
            township=towns[n % TOWNSHIPS], county_code=COUNTY, name=f"第{n + 1}庄村",
            code=f"{towns[n % TOWNSHIPS].code}{200 + n // TOWNSHIPS}", kind="villagers",
        )
        for n in range(VILLAGES)
    )  # fmt: skip


def sheet_rows(count: int) -> list[list[Any]]:
    """Data rows as they stand in the sheet: yuan, mu, words, days."""
    random = Random(20261103)
    villages = list(Village.objects.order_by("code").values_list("township__name", "name"))
    return [
        [*villages[n % len(villages)], n // len(villages) + 1, *_figures(random)]
        for n in range(count)
    ]


def _figures(random: Random) -> list[Any]:
    counts = [random.randrange(5_000) for _ in COUNTS]
    sums = [random.randrange(10**8) / 100 for _ in SUMS]
    areas = [random.randrange(10**6) / 100 for _ in AREAS]
    owner = "".join(random.choices(_SURNAMES, k=3))
    remark = "".join(random.choices(_WORDS, k=6)) + str(random.randrange(100))
    day = date(2020, 1, 1) + timedelta(days=random.randrange(2_000))
    return [*counts, *sums, *areas, owner, remark, day]


def typed(rows: list[list[Any]]) -> list[tuple[Any, ...]]:
    """The same rows as the table keeps them: what a floor that checks nothing would write."""
    ids = {(town, name): pk for town, name, pk in
           Village.objects.values_list("township__name", "name", "pk")}  # fmt: skip
    money = 3 + len(COUNTS), 3 + len(COUNTS) + len(SUMS)
    area = money[1], money[1] + len(AREAS)
    return [
        (
            ids[row[0], row[1]], COUNTY, *row[2 : money[0]],
            *(round(one * 100) for one in row[money[0] : money[1]]),
            *(Decimal(repr(one)) for one in row[area[0] : area[1]]),
            *row[area[1] :],
        )
        for row in rows
    ]  # fmt: skip


def write_book(path: Path, rows: list[list[Any]]) -> None:
    """The sheet as a workbook."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("表")
    sheet.append([one.header for one in WIDE.columns])
    for row in rows:
        sheet.append(row)
    book.save(path)

"""Lists of divisions: reading, loading, pinyin."""

import json
import lzma
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from villages.accounts.actors import COMMAND_LINE
from villages.choices import TownshipKind, VillageKind
from villages.common.codes import Level
from villages.common.errors import DomainError
from villages.db import bulk
from villages.divisions.loader import load_divisions
from villages.divisions.pinyin import read
from villages.divisions.reader import DivisionTable
from villages.divisions.voicing import add_pinyin
from villages.models import County, FormerName, Township, Village
from villages.trace.models import AuditEntry

PROVINCES = [("99", "云山省")]
CITIES = [("9999", "清河市"), ("9998", "省直辖县级行政区划")]
COUNTIES = [("999901", "青原县"), ("999902", "白水县"), ("999801", "石门市")]
TOWNSHIPS = [
    ("999901001", "东关街道办事处"),
    ("999901100", "柳林镇"),
    ("999901200", "长岭乡"),
    ("999902100", "白水镇"),
    ("999801400", "石门工业园区"),
]
VILLAGES = [
    ("999901001001", "东关社区居委会"),
    ("999901001200", "李庄村村委会"),
    ("999901100200", "李庄村村委会"),
    ("999901100201", "何河村民委员会"),
    ("999901200200", "曾家堡村委会"),
    ("999901200500", "长岭林场"),
    ("999902100200", "大埔村委会"),
    ("999801400498", "工业园区虚拟生活区"),
]
OWN = {
    "provinces": PROVINCES,
    "cities": CITIES,
    "counties": COUNTIES,
    "townships": TOWNSHIPS,
    "villages": VILLAGES,
}
NPM = {
    "provinces": PROVINCES,
    "cities": CITIES,
    "areas": COUNTIES,
    "streets": TOWNSHIPS,
    "villages": VILLAGES,
}


def _text(rows, more=""):
    head = "code,name" + (",provinceCode" if more else "")
    return "\n".join([head, *(f'{code},"{name}"{more}' for code, name in rows)]) + "\n"


def own_layout(folder: Path, **changed) -> Path:
    for name, rows in (OWN | changed).items():
        if name in {"townships", "villages"}:
            with lzma.open(folder / f"{name}.csv.xz", "wt", encoding="utf-8") as stream:
                stream.write(_text(rows))
        else:
            (folder / f"{name}.csv").write_text(_text(rows), encoding="utf-8")
    return folder


def npm_layout(folder: Path, ending: str) -> Path:
    (folder / "dist").mkdir()
    for name, rows in NPM.items():
        path = folder / "dist" / f"{name}.{ending}"
        if ending == "csv":
            path.write_text(_text(rows, more=",99"), encoding="utf-8")
        else:
            objects = [{"code": code, "name": name, "provinceCode": "99"} for code, name in rows]
            path.write_text(json.dumps(objects, ensure_ascii=False), encoding="utf-8")
    return folder


def everything() -> list:
    return [list(model.objects.order_by("code").values()) for model in (County, Township, Village)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return own_layout(tmp_path)


def test_list_becomes_units_with_kinds_and_natural_names(db, folder):
    load_divisions(folder=folder, by=COMMAND_LINE)

    names = dict(Village.objects.values_list("code", "name"))
    assert names["999901001200"] == "李庄村"
    assert names["999901001001"] == "东关社区"
    assert Township.objects.get(code="999901001").name == "东关街道"
    assert Township.objects.get(code="999901001").kind == TownshipKind.STREET
    assert Township.objects.get(code="999801400").kind == TownshipKind.ENTERPRISE
    assert Village.objects.get(code="999901001001").kind == VillageKind.RESIDENTS
    assert Village.objects.get(code="999901200500").kind == VillageKind.QUASI
    assert Village.objects.get(code="999902100200").township.code == "999902100"


def test_county_knows_its_province_and_city(db, folder):
    load_divisions(folder=folder, by=COMMAND_LINE)

    assert County.objects.get(code="999901").province_name == "云山省"
    assert County.objects.get(code="999901").city_name == "清河市"
    assert County.objects.get(code="999801").city_name == ""


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_package_layout_gives_the_same_units(db, tmp_path, ending):
    load_divisions(folder=npm_layout(tmp_path, ending), by=COMMAND_LINE)

    assert County.objects.count() == len(COUNTIES)
    assert Township.objects.count() == len(TOWNSHIPS)
    assert set(Village.objects.values_list("code", flat=True)) == {code for code, _n in VILLAGES}


def test_json_objects_are_found_across_blocks(tmp_path, monkeypatch):
    monkeypatch.setattr("villages.divisions.reader._BLOCK", 7)

    rows = list(DivisionTable(npm_layout(tmp_path, "json"), Level.VILLAGE).rows())

    assert rows == VILLAGES


def test_one_county_alone_can_be_loaded(db, folder):
    result = load_divisions(folder=folder, by=COMMAND_LINE, county="999902")

    assert list(County.objects.values_list("code", flat=True)) == ["999902"]
    assert result.tallies[Level.VILLAGE].created == 1


def test_loading_again_changes_nothing_and_leaves_no_trail(db, folder):
    load_divisions(folder=folder, by=COMMAND_LINE)
    add_pinyin()
    before, entries = everything(), AuditEntry.objects.count()

    result = load_divisions(folder=folder, by=COMMAND_LINE)

    assert result.changed == 0
    assert add_pinyin() == 0
    assert everything() == before
    assert AuditEntry.objects.count() == entries


def test_load_is_one_entry_with_count_and_digest(db, folder):
    load_divisions(folder=folder, by=COMMAND_LINE)

    entry = AuditEntry.objects.get()
    assert entry.action == "divisions.loaded"
    assert entry.count == len(COUNTIES) + len(TOWNSHIPS) + len(VILLAGES)
    assert len(entry.rows_digest) == 64


def test_renamed_unit_keeps_its_old_name(db, folder):
    load_divisions(folder=folder, by=COMMAND_LINE)
    changed = [
        ("999901100201", "新河村委会") if c == "999901100201" else (c, n) for c, n in VILLAGES
    ]

    result = load_divisions(folder=own_layout(folder, villages=changed), by=COMMAND_LINE)

    village = Village.objects.get(code="999901100201")
    assert (village.name, village.version) == ("新河村", 2)
    assert "何河村" in village.search_text
    assert "hhc" in village.search_text
    assert FormerName.objects.get().name == "何河村"
    assert result.tallies[Level.VILLAGE].renamed == 1


def test_older_list_does_not_take_a_rename_back(db, folder):
    load_divisions(folder=folder, by=COMMAND_LINE)
    changed = [
        ("999901100201", "新河村委会") if c == "999901100201" else (c, n) for c, n in VILLAGES
    ]
    load_divisions(folder=own_layout(folder, villages=changed), by=COMMAND_LINE)

    result = load_divisions(folder=own_layout(folder), by=COMMAND_LINE)

    assert result.changed == 0
    assert Village.objects.get(code="999901100201").name == "新河村"


def test_units_that_the_list_leaves_out_stay(db, folder):
    load_divisions(folder=folder, by=COMMAND_LINE)

    result = load_divisions(folder=own_layout(folder, villages=VILLAGES[:-1]), by=COMMAND_LINE)

    assert Village.objects.count() == len(VILLAGES)
    assert result.tallies[Level.VILLAGE].missing == 1


def test_statements_do_not_grow_with_the_list(db, tmp_path):
    few, many = tmp_path / "few", tmp_path / "many"
    few.mkdir()
    many.mkdir()
    more = [(f"999902100{n}", f"第{n}村") for n in range(201, 399)]
    with CaptureQueriesContext(
        connection,
    ) as first:
        load_divisions(folder=own_layout(few), by=COMMAND_LINE)

    with CaptureQueriesContext(connection) as second:
        load_divisions(
            folder=own_layout(many, villages=sorted([*VILLAGES, *more])), by=COMMAND_LINE
        )

    assert Village.objects.count() == len(VILLAGES) + 198
    assert len(second) <= len(first)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"villages": [("999901300200", "孤村")]}, "divisions_orphan"),
        ({"villages": [("9999013002", "短码村")]}, "divisions_code"),
        ({"townships": [("999901100", "")]}, "divisions_name"),
    ],
)
def test_faulty_list_writes_nothing(db, tmp_path, changed, code):
    with pytest.raises(DomainError) as refused:
        load_divisions(folder=own_layout(tmp_path, **changed), by=COMMAND_LINE)

    assert refused.value.code == code
    assert County.objects.count() == 0


def test_list_without_header_is_refused_by_file_and_row(db, folder):
    (folder / "counties.csv").write_text("999901,青原县\n", encoding="utf-8")

    with pytest.raises(DomainError, match=r"counties.csv 第 1 行") as refused:
        load_divisions(folder=folder, by=COMMAND_LINE)

    assert refused.value.code == "divisions_header"


def test_unknown_county_and_missing_folder_end_the_command(db, folder, tmp_path):
    with pytest.raises(CommandError, match="999977"):
        call_command("load_divisions", str(folder), county="999977", stdout=StringIO())
    with pytest.raises(CommandError, match="provinces"):
        call_command("load_divisions", str(tmp_path / "nothing"), stdout=StringIO())

    assert County.objects.count() == 0


def test_command_says_what_it_did_and_reads_names(db, folder):
    out = StringIO()

    call_command("load_divisions", str(folder), stdout=out)

    assert "村:读入 8,新增 8" in out.getvalue()
    assert not Village.objects.filter(pinyin="").exists()


def test_command_can_leave_pinyin_for_later(db, folder):
    call_command("load_divisions", str(folder), "--without-pinyin", stdout=StringIO())

    assert set(Village.objects.values_list("pinyin", flat=True)) == {""}
    assert "李庄村" in Village.objects.get(code="999901001200").search_text


@pytest.mark.parametrize(
    ("name", "full", "initials", "also"),
    [
        ("何河村", "hehecun", "hhc", "hhc"),
        ("蔚县", "yuxian", "yx", "weixian"),
        ("乐亭县", "laotingxian", "ltx", "letingxian"),
        ("六安市", "luanshi", "las", "liuanshi"),
        ("长岭村", "changlingcun", "clc", "zhanglingcun"),
        ("曾家堡村", "zengjiabaocun", "zjbc", "zengjiapucun"),
        ("单县", "shanxian", "sx", "danxian"),
        ("绿岭村", "lvlingcun", "llc", "lulingcun"),
        ("第3社区", "di3shequ", "d3sq", "d3sq"),
    ],
)
def test_names_are_read_as_people_of_the_place_do(name, full, initials, also):
    reading = read(name)

    assert (reading.full, reading.initials) == (full, initials)
    assert also in reading.words


def test_rows_go_in_and_are_changed_in_bulk(db, county):
    columns = ("code", "name", "search_text", "pinyin", "initials", "version", "province_name",
               "city_name", "department_name", "hotline", "is_demo", "valid_from")  # fmt: skip
    tricky = '逗号,引"号\n换行'
    bulk.insert(County, columns, [("999977", tricky, "", "", "", 1, "", "", "", "", False, None)])

    bulk.update(County, "code", ("hotline", "version"), [("999977", "0571-1", 7)])

    row = County.objects.get(code="999977")
    assert (row.name, row.hotline, row.version, row.valid_from) == (tricky, "0571-1", 7, None)
    assert County.objects.get(code=county.code).hotline == ""

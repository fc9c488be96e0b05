"""A file is read once, in blocks, and never taken for what it is not."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.conf import settings
from openpyxl import Workbook

from tests.villages.imports.books import book_bytes, looked_at, replaced, roster
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.importers import ROSTER
from villages.imports import storing
from villages.imports.actions.confirming import confirm_import
from villages.imports.actions.receiving import check_import, drop_import, job_key
from villages.imports.models import BatchState, ImportBatch
from villages.imports.reading import workbook
from villages.imports.reading.limits import DEFAULT
from villages.imports.reading.run import read_book
from villages.imports.reading.sheet_xml import Reach, reach
from villages.jobs.models import Job
from villages.jobs.running import perform


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def batch(people: dict[str, User]) -> ImportBatch:
    """A checked sheet of two villages."""
    content = roster(["东关街道", "李庄村", 310, 950, 41], ["东关街道", "何河村", 305, 900, 40])
    one = check_import(
        by=people[Role.COUNTY_STAFF], kind=ROSTER, chunks=[content], file_name="名册.xlsx",
        county="999901",
    )  # fmt: skip
    perform(Job.objects.get(key=job_key(one)).uid)
    one.refresh_from_db()
    return one


def tables() -> list[Path]:
    return list((Path(settings.MEDIA_ROOT) / "imports").glob("*.tables"))


def never(path: Path) -> bytes:
    raise AssertionError(path)


@pytest.mark.django_db
def test_confirming_reads_no_file_and_leaves_no_tables(
    batch: ImportBatch,
    people: dict[str, User],
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    [kept] = tables()
    assert kept.stat().st_mode & 0o777 == 0o600
    monkeypatch.setattr(storing, "read_tables", never)

    with django_capture_on_commit_callbacks(execute=True):
        saved = confirm_import(by=people[Role.COUNTY_STAFF], batch=batch)

    assert (saved.state, saved.updated) == (BatchState.SAVED, 2)
    assert tables() == []


@pytest.mark.django_db
def test_tables_that_were_changed_are_read_again(
    batch: ImportBatch, people: dict[str, User]
) -> None:
    [kept] = tables()
    kept.write_bytes(kept.read_bytes().replace(b"310", b"999"))

    saved = confirm_import(by=people[Role.COUNTY_STAFF], batch=batch)

    assert saved.state == BatchState.SAVED
    assert saved.findings["changes"][0]["new"] == 310


@pytest.mark.django_db
def test_nothing_of_a_dropped_file_stays(
    batch: ImportBatch, people: dict[str, User], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        drop_import(by=people[Role.COUNTY_STAFF], batch=batch)

    assert list((Path(settings.MEDIA_ROOT) / "imports").iterdir()) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("county")
def test_findings_stand_in_the_order_of_the_rows(tmp_path: Path) -> None:
    rows = [["东关街道", f"第{n}村", "1,200", " 900", n % 40] for n in range(1, 1201)]
    path = tmp_path / "名册.xlsx"
    path.write_bytes(roster(*rows))

    found = looked_at(path).checked

    assert found.read == 1200
    places = [(one.row, one.column) for one in found.mends]
    assert places == [(n, letter) for n in range(2, 1202) for letter in "CD"]
    assert [one.row for one in found.faults] == list(range(2, 1202))


@pytest.mark.django_db
@pytest.mark.usefixtures("county")
def test_sums_and_notes_between_plain_rows_are_no_data(tmp_path: Path) -> None:
    plain = [["东关街道", name, 300, 900, 40] for name in ("李庄村", "何河村", "周桥村")]
    path = tmp_path / "名册.xlsx"
    noise = (["东关街道", "小计", 900, 2700, 120], ["合计", None, 900, 2700, 120],
             ["注：数据截至月底", None, 1, 2, 3], [1, 2, 3, 4, 5])  # fmt: skip
    path.write_bytes(roster(plain[0], *(row for one in noise for row in (plain[1], one))))

    checked = looked_at(path).checked

    assert {one.number for one in checked.rows} | {one.row for one in checked.faults} == {
        2, 3, 5, 7, 9,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"A1": 1, "BH7": 2}, Reach(7, too_wide=False)),
        ({"A1": 1, "BI7": 2}, Reach(7, too_wide=True)),
        ({"A1": 1, "XFD3": 2, "A90000": 1}, Reach(90_000, too_wide=True)),
    ],
)
@pytest.mark.parametrize("prefix", [b"<row ", b"<x:row "])
def test_reach_is_the_same_however_rows_are_written(
    cells: dict[str, int], expected: Reach, prefix: bytes
) -> None:
    book = Workbook()
    for address, value in cells.items():
        book.active[address] = value
    packed = BytesIO()
    book.save(packed)
    xml = _sheet_xml(packed.getvalue()).replace(b"<row ", prefix)

    assert reach(xml, DEFAULT) == expected


def test_a_patient_reader_gives_the_same_tables() -> None:
    data = book_bytes([["村名", "户数"], ["李庄村", 300], ["何河村", 12.5]])

    assert workbook.sheets(data, DEFAULT, patient=True) == workbook.sheets(data, DEFAULT)


def test_a_far_cell_in_a_prefixed_sheet_is_read_patiently(tmp_path: Path) -> None:
    data = book_bytes([["村名", "户数"], ["李庄村", 300]])
    far = b'</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    path = tmp_path / "far.xlsx"
    path.write_bytes(replaced(data, "xl/worksheets/sheet1.xml", b"</row></sheetData>", far))

    [sheet] = read_book(path).sheets

    assert sheet.rows == [["村名", "户数"], ["李庄村", 300]]


def _sheet_xml(data: bytes) -> bytes:
    return ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml")

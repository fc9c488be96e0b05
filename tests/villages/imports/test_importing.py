"""From upload to receipt and back: exactly once, all or none, taken back whole."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.villages.imports.books import book_bytes, roster
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.actions.roster import FIGURES
from villages.common.errors import DomainError
from villages.importers import ROSTER
from villages.imports.actions import undoing
from villages.imports.actions.confirming import confirm_import
from villages.imports.actions.header_choices import remember_headers
from villages.imports.actions.receiving import check_import, drop_import, job_key
from villages.imports.actions.undoing import may_undo, undo_import
from villages.imports.models import BatchState, HeaderChoice, ImportBatch
from villages.jobs.models import Job
from villages.jobs.running import perform
from villages.models import Village, VillageProfile
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
GOOD_ROWS = (["东关街道", "李庄村", 310, 950, 41], ["东关街道", "何河村", 300, 900, 40])
FAULTY = ["东关街道", "周桥村", "不详", 900, 40]


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def staff(people: dict[str, User]) -> User:
    return people[Role.COUNTY_STAFF]


def sent(by: User, content: bytes, name: str = "名册.xlsx") -> ImportBatch:
    return check_import(by=by, kind=ROSTER, chunks=[content], file_name=name, county="999901")


def checked(by: User, content: bytes, name: str = "名册.xlsx") -> ImportBatch:
    batch = sent(by, content, name)
    perform(Job.objects.get(key=job_key(batch)).uid)
    batch.refresh_from_db()
    return batch


def households(name: str, township: str = "东关街道") -> int | None:
    rows = VillageProfile.objects.filter(village__name=name, village__township__name=township)
    return rows.order_by("-as_of").values_list("households", flat=True)[0]


def test_nothing_is_written_before_it_is_confirmed(staff: User) -> None:
    batch = checked(staff, roster(*GOOD_ROWS))

    assert (batch.state, batch.created, batch.updated, batch.unchanged) == ("checked", 0, 1, 1)
    assert households("李庄村") == 300
    [change] = [one for one in batch.findings["changes"] if one["column"] == "户数"]
    assert (change["name"], change["old"], change["new"]) == ("东关街道李庄村", 300, 310)


def test_confirmed_rows_are_saved_with_receipt_and_one_entry(staff: User) -> None:
    batch = confirm_import(by=staff, batch=checked(staff, roster(*GOOD_ROWS)))

    assert batch.state == BatchState.SAVED
    assert batch.receipt.startswith("DR20261103-")
    assert households("李庄村") == 310
    entry = AuditEntry.objects.get(action="import.saved")
    assert (entry.count, entry.reason, bool(entry.rows_digest)) == (1, batch.receipt, True)


def test_second_confirmation_gives_the_first_result(staff: User) -> None:
    batch = checked(staff, roster(*GOOD_ROWS))
    first = confirm_import(by=staff, batch=batch)

    again = [confirm_import(by=staff, batch=batch) for _ in range(20)]

    assert {one.receipt for one in again} == {first.receipt}
    assert AuditEntry.objects.filter(action="import.saved").count() == 1


def test_same_file_sent_twenty_times_is_one_batch(staff: User) -> None:
    content = roster(*GOOD_ROWS)

    batches = {sent(staff, content).uid for _ in range(20)}

    assert len(batches) == 1
    assert ImportBatch.objects.count() == 1
    assert len(list((Path(settings.MEDIA_ROOT) / "imports").iterdir())) == 1


def test_same_file_after_its_import_gives_the_first_receipt(staff: User) -> None:
    content = roster(*GOOD_ROWS)
    first = confirm_import(by=staff, batch=checked(staff, content))

    again = confirm_import(by=staff, batch=checked(staff, content))

    assert again == first
    assert VillageProfile.objects.filter(as_of="2026-11-03").count() == 1


def test_faults_save_nothing_until_good_rows_are_chosen(staff: User) -> None:
    batch = checked(staff, roster(*GOOD_ROWS, FAULTY))

    with pytest.raises(DomainError, match="1 行有误"):
        confirm_import(by=staff, batch=batch)
    assert households("李庄村") == 300

    saved = confirm_import(by=staff, batch=batch, good_rows_only=True)
    assert (saved.good_rows_only, saved.faulty, households("李庄村")) == (True, 1, 310)
    assert households("周桥村") == 300


def test_change_between_look_and_confirmation_is_shown_again(staff: User) -> None:
    batch = checked(staff, roster(*GOOD_ROWS))
    VillageProfile.objects.filter(village__name="李庄村").update(households=305)

    with pytest.raises(DomainError) as refused:
        confirm_import(by=staff, batch=batch)

    assert refused.value.code == "import_stale"
    batch.refresh_from_db()
    assert batch.findings["changes"][0]["old"] == 305
    assert confirm_import(by=staff, batch=batch).state == BatchState.SAVED


def test_undo_restores_every_figure(staff: User) -> None:
    before = list(VillageProfile.objects.order_by("pk").values_list("village", "as_of", *FIGURES))
    batch = confirm_import(by=staff, batch=checked(staff, roster(*GOOD_ROWS)))

    assert may_undo(staff, batch)
    undone = undo_import(by=staff, batch=batch)

    after = list(VillageProfile.objects.order_by("pk").values_list("village", "as_of", *FIGURES))
    assert (undone.state, after) == (BatchState.UNDONE, before)


def test_undo_of_new_places_removes_them(staff: User) -> None:
    head = ["乡镇", "村名", "代码", "户数"]
    content = book_bytes([head, ["新乡", "新村", "999901201200", 12]])
    batch = confirm_import(by=staff, batch=checked(staff, content))
    assert Village.objects.filter(code="999901201200").exists()

    undo_import(by=staff, batch=batch)

    assert not Village.objects.filter(code__startswith="999901201").exists()


def test_undo_never_overwrites_what_others_changed_since(staff: User) -> None:
    batch = confirm_import(by=staff, batch=checked(staff, roster(*GOOD_ROWS)))
    VillageProfile.objects.filter(as_of="2026-11-03").update(households=333)

    with pytest.raises(DomainError, match="李庄村") as refused:
        undo_import(by=staff, batch=batch)

    assert refused.value.code == "undo_conflict"
    assert households("李庄村") == 333


def test_second_sheet_of_a_day_corrects_the_first_and_keeps_blanks(staff: User) -> None:
    confirm_import(by=staff, batch=checked(staff, roster(*GOOD_ROWS)))

    second = book_bytes([["乡镇", "村名", "户数"], ["东关街道", "李庄村", 320]])
    batch = confirm_import(by=staff, batch=checked(staff, second))

    row = VillageProfile.objects.get(as_of="2026-11-03")
    assert (row.households, row.population, row.farmland_mu) == (320, 950, None)
    undo_import(by=staff, batch=batch)
    row.refresh_from_db()
    assert (row.households, row.population, row.farmland_mu) == (310, 950, None)


def test_undo_ends_after_a_day(staff: User, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = confirm_import(by=staff, batch=checked(staff, roster(*GOOD_ROWS)))
    monkeypatch.setattr(undoing, "UNDO_FOR", timedelta(0))

    assert not may_undo(staff, batch)
    with pytest.raises(DomainError, match="24 小时"):
        undo_import(by=staff, batch=batch)


def test_refused_file_leaves_a_record_and_no_file(staff: User) -> None:
    batch = checked(staff, b"%PDF-1.7 nothing", "名册.pdf")

    assert (batch.state, batch.stored_name) == (BatchState.REFUSED, "")
    assert "PDF" in batch.error
    assert not list((Path(settings.MEDIA_ROOT) / "imports").iterdir())


def test_dropped_file_is_forgotten(staff: User, django_capture_on_commit_callbacks: Any) -> None:
    batch = checked(staff, roster(*GOOD_ROWS))

    with django_capture_on_commit_callbacks(execute=True):
        dropped = drop_import(by=staff, batch=batch)

    assert dropped.state == BatchState.DROPPED
    assert not list((Path(settings.MEDIA_ROOT) / "imports").iterdir())


def test_file_lies_under_a_random_name_and_its_own_is_only_shown(staff: User) -> None:
    batch = sent(staff, roster(*GOOD_ROWS), '..\\..\\a/"坏"\r\n\u202e名册.xlsx')

    assert batch.file_name == '"坏" 名册.xlsx' or "\n" not in batch.file_name
    assert "/" not in batch.file_name
    [path] = (Path(settings.MEDIA_ROOT) / "imports").iterdir()
    assert path.name == batch.stored_name
    assert (path.stat().st_mode & 0o777, len(path.name)) == (0o600, 32)


def test_unknown_header_is_asked_once_and_remembered(staff: User) -> None:
    content = book_bytes([["辖区", "自然名", "户数"], ["东关街道", "李庄村", 310]])
    batch = checked(staff, content)
    assert batch.findings["missing"] == ["village"]

    answers = {"自然名": "village", "辖区": "township"}
    batch = remember_headers(by=staff, batch=batch, answers=answers)
    perform(Job.objects.get(key=job_key(batch)).uid)
    batch.refresh_from_db()

    assert (batch.updated, batch.faulty) == (1, 0)
    other = book_bytes([["辖区", "自然名", "户数"], ["东关街道", "何河村", 310]])
    assert checked(staff, other).updated == 1
    assert HeaderChoice.objects.count() == 2


def test_two_headers_cannot_be_one_column(staff: User) -> None:
    batch = checked(staff, book_bytes([["辖区", "自然名", "户数"], ["东关街道", "李庄村", 310]]))

    with pytest.raises(DomainError) as refused:
        remember_headers(by=staff, batch=batch, answers={"自然名": "village", "辖区": "village"})

    assert refused.value.code == "header_twice"


def test_nobody_imports_for_a_place_that_is_not_his(people: dict, other_county: Any) -> None:
    for role in (Role.AUDIT_ADMIN, Role.REVIEWER, Role.FIRST_SECRETARY):
        with pytest.raises(DomainError) as refused:
            sent(people[role], roster(*GOOD_ROWS))
        assert refused.value.code == "import_not_allowed"

    with pytest.raises(DomainError):
        check_import(
            by=people[Role.COUNTY_STAFF], kind=ROSTER, chunks=[b"a"], file_name="a",
            county=other_county.code,
        )  # fmt: skip


def test_township_clerk_writes_only_his_township(people: dict) -> None:
    clerk = people[Role.TOWNSHIP_CLERK]
    batch = checked(clerk, roster(GOOD_ROWS[0], ["柳林镇", "郭集村", 1, 90, 9]))

    assert (batch.unit_code, batch.faulty, batch.updated) == ("999901001", 1, 1)
    assert not ImportBatch.objects.visible_to(people[Role.FIRST_SECRETARY]).exists()
    assert ImportBatch.objects.visible_to(people[Role.COUNTY_STAFF]).get() == batch


def test_whole_county_is_saved_in_few_statements(staff: User) -> None:
    head = ["乡镇", "村名", "代码", "户数"]
    rows = [["大镇", f"村{n}村", f"999901150{n:03d}", n] for n in range(200, 400)]
    batch = checked(staff, book_bytes([head, *rows]))

    with CaptureQueriesContext(connection) as queries:
        confirm_import(by=staff, batch=batch)

    assert len(queries) <= 45
    assert batch.created == 200

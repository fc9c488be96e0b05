"""Faulty cells corrected on the page: laid over the file, never written before the confirmation."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.factories import signed_in
from tests.villages.imports.books import book_bytes, roster
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.importers import ROSTER
from villages.imports.actions.confirming import confirm_import
from villages.imports.actions.correcting import correct_cells
from villages.imports.actions.receiving import check_import, job_key
from villages.imports.actions.undoing import undo_import
from villages.imports.corrections import corrected, place_of
from villages.imports.declaring import sheet_kinds
from villages.imports.models import ImportBatch
from villages.imports.reading.run import Book, Sheet
from villages.jobs.models import Job
from villages.jobs.running import perform
from villages.models import VillageProfile
from villages.trace.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]
FAULTY = roster(["东关街道", "李庄村", "约三百", 950, 41], ["东关街道", "何河村", 310, 900, 40])


@pytest.fixture
def staff(people: dict[str, User]) -> User:
    return people[Role.COUNTY_STAFF]


def work(batch: ImportBatch) -> ImportBatch:
    perform(Job.objects.get(key=job_key(batch)).uid)
    batch.refresh_from_db()
    return batch


def checked(by: User, content: bytes = FAULTY, name: str = "名册.xlsx") -> ImportBatch:
    return work(check_import(by=by, kind=ROSTER, chunks=[content], file_name=name, county="999901"))


def latest(name: str) -> int | None:
    rows = VillageProfile.objects.filter(village__name=name, village__township__name="东关街道")
    return rows.order_by("-as_of").values_list("households", flat=True)[0]


def test_corrected_cell_is_checked_again_and_saved_only_when_confirmed(staff: User) -> None:
    batch = checked(staff)
    assert (batch.faulty, batch.updated) == (1, 1)

    batch = work(correct_cells(by=staff, batch=batch, cells={"表": {"C2": " 320 "}}))

    assert (batch.faulty, batch.updated, batch.corrections) == (0, 2, {"表": {"C2": "320"}})
    assert latest("李庄村") == 300
    confirm_import(by=staff, batch=batch)
    assert latest("李庄村") == 320


def test_correction_is_a_repair_by_the_person_and_stands_in_the_trail(staff: User) -> None:
    batch = work(correct_cells(by=staff, batch=checked(staff), cells={"表": {"C2": "320"}}))

    [mend] = [one for one in batch.findings["mends"] if "by_hand" in one["kinds"]]
    entry = AuditEntry.objects.get(action="import.corrected")

    assert (mend["row"], mend["column"], mend["from"], mend["to"]) == (2, "C", "约三百", "320")
    assert (entry.count, entry.actor_name) == (1, staff.name)


def test_correction_can_be_corrected_and_can_still_be_wrong(staff: User) -> None:
    batch = work(correct_cells(by=staff, batch=checked(staff), cells={"表": {"C2": "三百多"}}))
    assert [one["value"] for one in batch.findings["faults"]] == ["三百多"]

    batch = work(correct_cells(by=staff, batch=batch, cells={"表": {"C2": "320"}}))
    batch = work(correct_cells(by=staff, batch=batch, cells={"表": {"C2": "330"}}))

    assert (batch.faulty, batch.attempt) == (0, 4)
    confirm_import(by=staff, batch=batch)
    assert latest("李庄村") == 330


def test_only_faulty_cells_can_be_corrected(staff: User) -> None:
    batch = checked(staff)

    for cells in ({"表": {"C3": "999"}}, {"别的表": {"C2": "1"}}, {"表": {"C2": "约三百"}}, {}):
        with pytest.raises(DomainError) as refused:
            correct_cells(by=staff, batch=batch, cells=cells)
        assert refused.value.code == "correction_none"
    with pytest.raises(DomainError, match="500"):
        correct_cells(by=staff, batch=batch, cells={"表": {"C2": "九" * 501}})


def test_decided_batch_is_corrected_no_more(staff: User) -> None:
    batch = confirm_import(by=staff, batch=checked(staff), good_rows_only=True)

    with pytest.raises(DomainError) as refused:
        correct_cells(by=staff, batch=batch, cells={"表": {"C2": "320"}})

    assert refused.value.code == "import_not_checked"
    assert latest("李庄村") == 300


def test_name_of_a_village_and_a_second_row_are_corrected(staff: User) -> None:
    rows = ["东关街道", "李庄", 320, 950, 41], ["东关街道", "李庄村", 330, 900, 40]
    batch = checked(staff, roster(*rows, ["东关街道", "错村", 320, 900, 40]))
    assert [one["code"] for one in batch.findings["faults"]] == [
        "duplicate_village", "unknown_village",
    ]  # fmt: skip

    cells = {"表": {"B3": "何河村", "B4": "周桥村"}}
    batch = work(correct_cells(by=staff, batch=batch, cells=cells))

    assert (batch.faulty, batch.updated) == (0, 3)


def test_undo_takes_corrected_rows_back(staff: User) -> None:
    batch = work(correct_cells(by=staff, batch=checked(staff), cells={"表": {"C2": "320"}}))

    undo_import(by=staff, batch=confirm_import(by=staff, batch=batch))

    assert latest("李庄村") == 300


def test_cell_inside_a_merged_range_gets_its_own_value() -> None:
    rows = [["乡镇", "村"], ["甲镇", "一村"], [None, "二村"], [None, "三村"]]
    book = Book("xlsx", [Sheet("表", rows, merged=[(1, 0, 3, 0)])])

    laid, mends = corrected(book, {"表": {"A3": "乙镇"}})
    whole, _mends = corrected(book, {"表": {"A2": "乙镇"}})

    assert [row[0] for row in laid.sheets[0].rows] == ["乡镇", "甲镇", "乙镇", "甲镇"]
    assert laid.sheets[0].merged == []
    assert mends[0].old == ""
    assert whole.sheets[0].rows[1][0] == "乙镇"
    assert whole.sheets[0].merged == [(1, 0, 3, 0)]
    assert rows[2][0] is None


@pytest.mark.parametrize("address", ["", "C", "7", "c7", "C0", "AAAA1", "C7;", "C12345678"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        place_of(address)


def test_formula_without_value_is_replaced() -> None:
    sheet = Sheet("表", [["户数"], [None]], formulas_without_value=frozenset({"A2"}))

    laid, _mends = corrected(Book("xlsx", [sheet]), {"表": {"A2": ""}})

    assert laid.sheets[0].formulas_without_value == frozenset()


def test_page_offers_a_labelled_input_and_takes_it_without_a_script(
    county_client: Client, staff: User
) -> None:
    batch = checked(staff)
    address = reverse("imports:batch", args=[batch.uid])
    shown = county_client.get(address).content.decode()
    assert '<label class="visually-hidden" for="fix-0">表 C2 “户数”改为</label>' in shown
    assert 'name="fix:C2:表" value="约三百"' in shown

    form = {"fix:C2:表": "320", "fix:xx:表": "1", "mode": "all"}
    answer = county_client.post(reverse("imports:correct", args=[batch.uid]), form, follow=True)

    assert "正在排队核对" in answer.content.decode()
    batch.refresh_from_db()
    work(batch)
    shown = county_client.get(address, {"show": "mends"}).content.decode()
    assert "确认导入 2 行" in shown
    assert "在页面上改正" in shown
    assert 'name="fix:C2:表" value="320"' in shown


def test_unchanged_page_says_so(county_client: Client, staff: User) -> None:
    batch = checked(staff)

    answer = county_client.post(
        reverse("imports:correct", args=[batch.uid]), {"fix:C2:表": "约三百"}, follow=True
    )

    assert "没有改动任何一格" in answer.content.decode()


def test_foreign_batch_cannot_be_corrected(staff: User, people: dict[str, User]) -> None:
    batch = checked(staff, roster(["柳林镇", "郭集村", "不详", 950, 41]))
    clerk = signed_in(people[Role.TOWNSHIP_CLERK])

    answer = clerk.post(reverse("imports:correct", args=[batch.uid]), {"fix:C2:表": "1"})

    assert answer.status_code == 404


def test_marked_workbook_keeps_what_was_corrected(county_client: Client, staff: User) -> None:
    content = roster(
        ["东关街道", "李庄村", "约三百", 950, 41], ["东关街道", "何河村", "?", 900, 40]
    )
    batch = work(
        correct_cells(by=staff, batch=checked(staff, content), cells={"表": {"C2": "320"}})
    )

    answer = county_client.get(reverse("imports:marked", args=[batch.uid]))
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content)))["表"]

    assert (sheet["C2"].value, sheet["C2"].comment) == (320, None)
    assert sheet["C3"].fill.fgColor.rgb == "00FFC7CE"


def test_amounts_are_shown_as_they_stand_in_the_file(staff: User) -> None:
    content = roster(["东关街道", "李庄村", 310, 40, "５0人"])

    batch = checked(staff, content)

    [fault] = batch.findings["faults"]
    assert (fault["code"], fault["column"], fault["value"]) == ("part_too_large", "E", "５0人")


def test_other_name_leads_to_the_change_of_names(
    county_client: Client, township_client: Client, staff: User
) -> None:
    head = ["乡镇", "村名", "统计用区划代码", "户数"]
    batch = checked(staff, book_bytes([head, ["东关街道", "新李庄村", "999901001200", 310]]))

    page = reverse("imports:batch", args=[batch.uid])
    shown = county_client.get(page, {"show": "questions"}).content.decode()

    assert 'href="/villages/999901001200/rename/"' in shown
    township = checked(
        User.objects.get(pk=int(township_client.session["_auth_user_id"])),
        book_bytes([head, ["东关街道", "新李庄村", "999901001200", 320]]),
    )
    shown = township_client.get(
        reverse("imports:batch", args=[township.uid]), {"show": "questions"}
    ).content.decode()
    assert "改名请用区划变更" in shown
    assert "/rename/" not in shown


def test_numbers_of_persons_are_masked_and_corrected_in_the_workbook_alone(
    county_client: Client, staff: User
) -> None:
    head = ["乡镇", "村名", "姓名", "职务", "身份证号", "联系电话"]
    person = ["东关街道", "李庄村", "王某", "支书", "99990119800101123X", "1380000 1234"]
    content = book_bytes([head, person])
    batch = work(
        check_import(
            by=staff, kind=sheet_kinds()["cadres"], chunks=[content], file_name="花名册.xlsx",
            county="999901",
        )
    )  # fmt: skip
    address = reverse("imports:batch", args=[batch.uid])

    shown = county_client.get(address).content.decode()

    [fault] = [one for one in batch.findings["faults"] if one["column"] == "E"]
    assert (fault["row"], fault["value"]) == (2, "999***********123X")
    assert "19800101" not in f"{batch.findings}{shown}"
    assert "0000 1234" not in f"{batch.findings}"
    assert 'name="fix:' not in shown
    with pytest.raises(DomainError, match="没有改动"):
        correct_cells(by=staff, batch=batch, cells={"表": {"E2": "999901198001011235"}})

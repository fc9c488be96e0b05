"""A cadre sheet: people once, posts as written, numbers sealed."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cadres.importers import CADRES
from cadres.models import Person, PostTenure
from cadres.sealing import unseal
from tests import factories
from tests.sheets import bring, write
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.imports.declaring import Context
from villages.imports.from_shell import Answer
from villages.imports.models import ImportBatch
from villages.ledgers.dictionary import words_of
from villages.models import County

HEAD = ["乡镇", "村", "姓名", "性别", "出生年月", "学历", "职务", "任现职时间", "身份证号"]
SUN = ["东关街道", "何河村", "孙杰涛", "男", "1997.09", "大专", "党支部书记、村委会主任", "2021.01",
       "999901199709040231"]  # fmt: skip
HE = ["东关街道", "何河村", "何 艳红", "女", "1998年5月", "高中", "后备干部", None, None]


@pytest.fixture
def sheet(tmp_path: Path, county: County) -> Any:
    def of(*rows: list[Any], name: str = "cadres.xlsx") -> Answer:
        return bring("cadres", write(tmp_path / name, [HEAD, *rows]))

    return of


def _open_posts() -> set[tuple[str, str, str]]:
    rows = PostTenure.objects.open().values_list("person__name", "village__name", "post")
    return set(rows)


def test_one_row_may_hold_several_posts(sheet: Any) -> None:
    answer = sheet(SUN, HE)

    assert (answer.created, answer.errors) == (2, [])
    assert _open_posts() == {
        ("孙杰涛", "何河村", "secretary"),
        ("孙杰涛", "何河村", "director"),
        ("何艳红", "何河村", "reserve"),
    }


def test_the_same_sheet_again_writes_nothing(sheet: Any) -> None:
    sheet(SUN, HE)
    versions = set(Person.objects.values_list("uid", "version"))

    again = sheet(SUN, HE)

    assert (again.created, again.updated, again.unchanged) == (0, 0, 2)
    assert set(Person.objects.values_list("uid", "version")) == versions


def test_numbers_are_sealed_and_stand_nowhere_else(sheet: Any) -> None:
    sheet(SUN)

    person = Person.objects.get()
    assert unseal(person.id_sealed) == SUN[-1]
    assert person.masked_id == "999***********0231"
    batch = ImportBatch.objects.get()
    assert str(SUN[-1]) not in f"{batch.findings}{batch.undo_data}"


def test_a_post_that_is_gone_ends_and_a_new_one_begins(sheet: Any) -> None:
    sheet(SUN)
    deputy = [*SUN]
    deputy[6], deputy[7] = "副书记、村委会主任", None

    answer = sheet(deputy, name="later.xlsx")

    assert answer.updated == 1
    assert _open_posts() == {
        ("孙杰涛", "何河村", "deputy_secretary"),
        ("孙杰涛", "何河村", "director"),
    }
    ended = PostTenure.objects.get(post="secretary")
    assert (ended.ended_on, ended.end_reason) == (date(2026, 11, 3), "adjusted")


def test_a_person_who_moves_is_the_same_person(sheet: Any) -> None:
    sheet(SUN)
    moved = ["东关街道", "周桥村", *SUN[2:]]

    answer = sheet(moved, name="moved.xlsx")

    assert (answer.created, answer.updated) == (0, 1)
    assert Person.objects.get().village.name == "周桥村"
    assert {village for _name, village, _post in _open_posts()} == {"周桥村"}


def test_a_number_that_arrives_later_joins_the_person(sheet: Any) -> None:
    sheet([*SUN[:-1], None])

    answer = sheet(SUN, name="with_number.xlsx")

    assert answer.saved
    assert Person.objects.count() == 1
    assert Person.objects.get().masked_id == "999***********0231"


def test_a_blank_cell_changes_nothing(sheet: Any) -> None:
    sheet(SUN)
    silent = [*SUN]
    silent[5] = None

    answer = sheet(silent, name="silent.xlsx")

    assert answer.unchanged == 1
    assert Person.objects.get().education == "college"


@pytest.mark.parametrize(
    ("column", "value", "code", "letter"),
    [
        (6, "厨师", "not_allowed", "G"),
        (6, None, "required", "G"),
        (8, "999901199709040230", "id_checksum", "I"),
        (8, "99990119970904023", "id_length", "I"),
        (4, "去年", "not_a_date", "E"),
        (1, "没有村", "unknown_village", "B"),
    ],
)
def test_a_faulty_cell_is_named_and_nothing_is_saved(
    sheet: Any, column: int, value: str | None, code: str, letter: str
) -> None:
    row = [*SUN]
    row[column] = value

    answer = sheet(HE, row)

    assert [(one["row"], one["column"], one["code"]) for one in answer.errors] == [
        (3, letter, code)
    ]
    assert not Person.objects.exists()


def test_one_number_on_two_rows_is_refused_on_the_later_one(sheet: Any) -> None:
    answer = sheet(SUN, ["东关街道", "周桥村", "孙涛", *SUN[3:]])

    assert [(one["row"], one["code"]) for one in answer.errors] == [(3, "duplicate_person")]


def test_a_birth_that_differs_from_the_number_is_asked_not_refused(sheet: Any) -> None:
    row = [*SUN]
    row[4] = "1998.09"

    answer = sheet(row)

    assert answer.saved
    assert "birth_differs" in [one["code"] for one in answer.questions]


def test_a_township_cannot_take_over_a_person_of_another_one(sheet: Any, tmp_path: Path) -> None:
    sheet(["柳林镇", "郭集村", *SUN[2:]])
    clerk = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999901001")

    path = write(tmp_path / "taken.xlsx", [HEAD, SUN])
    answer = bring("cadres", path, by=clerk)

    assert [one["code"] for one in answer.errors] == ["foreign_person"]
    assert Person.objects.get().village.name == "郭集村"


def test_township_sees_only_its_own_people(sheet: Any) -> None:
    sheet(SUN, ["柳林镇", "郭集村", "赵立", "男", "1980.01", "高中", "书记", None, None])
    clerk = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999901001")

    assert [one.name for one in Person.objects.visible_to(clerk)] == ["孙杰涛"]
    assert {one.person.name for one in PostTenure.objects.visible_to(clerk)} == {"孙杰涛"}


def _undo(county: str) -> int:
    batch = ImportBatch.objects.latest("pk")
    return CADRES.undo(Context(COMMAND_LINE, county, batch.as_of), batch.undo_data)


def test_an_import_is_taken_back_whole(sheet: Any) -> None:
    sheet(SUN)
    sheet(["东关街道", "周桥村", *SUN[2:6], "副书记", *SUN[7:]], HE, name="later.xlsx")

    undone = _undo("999901")

    assert undone == 2
    assert _open_posts() == {("孙杰涛", "何河村", "secretary"), ("孙杰涛", "何河村", "director")}
    assert Person.objects.get().village.name == "何河村"


def test_what_others_changed_since_is_not_taken_back(sheet: Any) -> None:
    sheet(SUN, HE)
    Person.objects.filter(name="何艳红").update(version=2)

    with pytest.raises(DomainError) as refused:
        _undo("999901")

    assert refused.value.code == "undo_conflict"
    assert "何艳红" in str(refused.value)
    assert Person.objects.count() == 2


def test_leaders_do_not_import(county: County) -> None:
    leader: User = factories.UserFactory(role=Role.COUNTY_LEADER, home_code=county.code)

    assert not CADRES.may_import(leader)


def test_a_second_secretary_of_a_village_is_refused(sheet: Any) -> None:
    sheet(SUN)
    rival = ["东关街道", "何河村", "周新", "男", "1985.02", "大专", "党支部书记", "2026.01", None]

    answer = sheet(rival, name="rival.xlsx")

    assert [one["code"] for one in answer.errors] == ["post_taken"]
    assert not answer.saved


def test_a_sheet_may_exchange_secretary_and_director(sheet: Any) -> None:
    first = ["东关街道", "何河村", "周新", "男", "1985.02", "大专", "村委会主任", None, None]
    sun = [*SUN[:6], "党支部书记", None, SUN[-1]]
    sheet(sun, first)

    answer = sheet([*sun[:6], "村委会主任", *sun[7:]], [*first[:6], "党支部书记", *first[7:]],
                   name="turned.xlsx")  # fmt: skip

    assert answer.errors == []
    assert _open_posts() == {
        ("孙杰涛", "何河村", "director"), ("周新", "何河村", "secretary"),
    }  # fmt: skip


def test_two_secretaries_in_one_sheet_are_the_later_rows_fault(sheet: Any) -> None:
    answer = sheet(SUN, ["东关街道", "何河村", "周新", "男", "1985.02", "大专", "支书", None, None])

    assert [(one["code"], one["row"]) for one in answer.errors] == [("post_taken", 3)]


def test_yes_and_no_are_read_and_blank_stays_unknown(tmp_path: Path, county: County) -> None:
    head = [*HEAD, "致富能手", "是否退役军人", "返乡人员"]
    answer = bring("cadres", write(tmp_path / "yes.xlsx", [head, [*SUN, "√", "否", None]]))

    assert answer.errors == []
    person = Person.objects.get()
    assert (person.entrepreneur, person.veteran, person.returnee) == (True, False, None)


def test_the_sheet_explains_fields_in_the_words_of_the_ledger() -> None:
    explained = {one.key: one.help for one in CADRES.columns}

    assert explained["education"] == words_of("cadres", "education").hint
    assert all(explained.values())

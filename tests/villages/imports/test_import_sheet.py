"""The command: the shape that scripts rely on, exit codes, nothing half done."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.villages.imports.books import DATA, roster
from villages.imports.models import BatchState, ImportBatch
from villages.models import County, Village, VillageProfile
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
KEYS = ["kind", "period", "rows", "created", "updated", "unchanged", "saved", "repairs", "errors"]


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


def run(*arguments: Any) -> tuple[int, dict[str, Any]]:
    out = StringIO()
    try:
        call_command("import_sheet", *map(str, arguments), "--json", stdout=out)
    except SystemExit as end:
        return int(str(end.code)), json.loads(out.getvalue())
    return 0, json.loads(out.getvalue())


def test_empty_database_is_filled_and_filled_only_once() -> None:
    first = run("villages", DATA / "villages.xlsx")
    again = run("villages", DATA / "villages.xlsx")
    csv = run("villages", DATA / "villages_gb18030.csv")

    counts = ("rows", "created", "updated", "unchanged", "saved")
    assert first[0] == again[0] == csv[0] == 0
    assert [first[1][key] for key in counts] == [216, 216, 0, 0, True]
    assert [again[1][key] for key in counts] == [216, 0, 0, 216, True]
    assert [csv[1][key] for key in counts] == [216, 0, 0, 216, True]
    assert VillageProfile.objects.count() == 216
    assert County.objects.get().name == "青原县"
    assert AuditEntry.objects.get(action="county.opened").actor_name == "命令行"


def test_answer_has_the_agreed_shape() -> None:
    _code, answer = run("villages", DATA / "villages.xlsx")

    assert list(answer)[: len(KEYS)] == KEYS
    assert {"sheet", "row", "column", "from", "to"} <= set(answer["repairs"][0])


def test_errors_save_nothing_and_exit_two(county: County, tmp_path: Path) -> None:
    path = tmp_path / "bad.xlsx"
    path.write_bytes(roster(["东关街道", "李庄村", 310, 950, 41], ["东关街道", "错村", 1, 1, 1]))

    code, answer = run("villages", path)

    assert (code, answer["saved"], answer["created"], answer["updated"]) == (2, False, 0, 0)
    [error] = answer["errors"]
    assert {
        "sheet": "表",
        "row": 3,
        "column": "B",
        "value": "错村",
        "code": "unknown_village",
    }.items() <= (error.items())
    assert not ImportBatch.objects.exists()


def test_good_rows_are_saved_when_asked_for(county: County, tmp_path: Path) -> None:
    path = tmp_path / "bad.xlsx"
    path.write_bytes(roster(["东关街道", "李庄村", 310, 950, 41], ["东关街道", "错村", 1, 1, 1]))

    code, answer = run("villages", path, "--good-rows")

    assert (code, answer["saved"], answer["updated"], len(answer["errors"])) == (0, True, 1, 1)
    assert ImportBatch.objects.get().state == BatchState.SAVED


def test_dry_run_counts_and_leaves_no_trace(tmp_path: Path) -> None:
    code, answer = run("villages", DATA / "villages.xlsx", "--dry-run")

    assert (code, answer["created"], answer["saved"]) == (0, 216, False)
    assert not Village.objects.exists()
    assert not ImportBatch.objects.exists()
    assert not AuditEntry.objects.exists()


def test_unreadable_file_is_one_error_without_a_cell(county: County, tmp_path: Path) -> None:
    path = tmp_path / "locked.xlsx"
    path.write_bytes(b"%PDF-1.4")

    code, answer = run("villages", path)

    assert (code, answer["rows"], answer["saved"]) == (2, 0, False)
    assert [(one["code"], one["row"]) for one in answer["errors"]] == [("file_pdf", 0)]


def test_several_counties_need_a_name(county: County, other_county: County) -> None:
    with pytest.raises(CommandError, match="999901、999902") as refused:
        run("villages", DATA / "villages.xlsx")

    assert refused.value.returncode == 2


def test_named_county_is_made_beside_another(other_county: County) -> None:
    code, answer = run("villages", DATA / "villages.xlsx", "--county", "999901")

    assert (code, answer["created"]) == (0, 216)
    assert set(County.objects.values_list("code", flat=True)) == {"999901", "999902"}


def test_roster_of_another_county_is_not_mixed_in(other_county: County) -> None:
    code, answer = run("villages", DATA / "villages.xlsx")

    assert code == 2
    assert {one["code"] for one in answer["errors"]} == {"bad_code"}
    assert Village.objects.filter(county_code="999901").count() == 0


def test_unknown_kind_names_the_known_ones(county: County) -> None:
    with pytest.raises(CommandError, match="villages") as refused:
        run("nothing", DATA / "villages.xlsx")

    assert refused.value.returncode == 2


def test_words_for_people_name_cells(county: County, tmp_path: Path) -> None:
    path = tmp_path / "bad.xlsx"
    path.write_bytes(roster(["东关街道", "错村", 1, 1, 1]))
    out = StringIO()

    with pytest.raises(SystemExit):
        call_command("import_sheet", "villages", str(path), stdout=out)

    assert "错误 表 B2:“错村”" in out.getvalue()
    assert "没有写入" in out.getvalue()

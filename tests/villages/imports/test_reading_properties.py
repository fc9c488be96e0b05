"""What holds for any sheet: nothing is lost, nothing is made up, looking twice sees the same."""

import csv
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st

from villages.imports import cells
from villages.imports.comparing import compare
from villages.imports.declaring import Row, Saved, SheetColumn, SheetKind
from villages.imports.header_words import loose, tidy
from villages.imports.headers import Headings
from villages.imports.places import township_key, village_key
from villages.imports.reading import text_table
from villages.imports.reading.limits import DEFAULT
from villages.imports.reading.run import Sheet
from villages.imports.reading.sheet_xml import column_letter, column_number
from villages.imports.rows import DataRows
from villages.imports.units import scale_between

HAN = st.text("东南西北上下大小张王李赵河桥岭湾", min_size=1, max_size=4)
CELL = st.text("村庄abc123, ;\n\"'", max_size=8)
KIND = SheetKind(
    key="any",
    title="表",
    columns=(
        SheetColumn("village", "村名", cells.name, required=True),
        SheetColumn("households", "户数", cells.count, unit="户"),
        SheetColumn("members", "党员数", cells.count, unit="人", synonyms=("党员",)),
    ),
    identity=lambda row: (row.values["village"],),
    existing=lambda context: {},
    save=lambda context, new, changed: Saved(),
    undo=lambda context, saved: 0,
    place="none",
)


@given(st.integers(1, 20_000))
def test_column_letters_and_numbers_are_inverse(number: int) -> None:
    assert column_number(column_letter(number)) == number


@given(
    st.lists(st.lists(CELL, min_size=2, max_size=5), min_size=1, max_size=8),
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]),
)
def test_csv_of_any_encoding_gives_its_cells_back(rows: list[list[str]], encoding: str) -> None:
    written = StringIO()
    csv.writer(written).writerows([["乡镇", "村名", "户数"], *rows])

    [sheet] = text_table.sheets(written.getvalue().encode(encoding), DEFAULT)

    read = [[value or "" for value in row] for row in sheet["rows"]]
    sent = [[value.replace("\r", "") for value in row] for row in rows]
    for row in sent:
        while row and row[-1] == "":
            row.pop()
    while sent and not sent[-1]:
        sent.pop()
    assert read[1:] == sent


@given(HAN)
def test_place_keys_know_no_offices(name: str) -> None:
    forms = {f"{name}村", f"{name}村村委会", f"{name}村村民委员会", f" {name} 村　"}

    assert len({village_key(one) for one in forms}) == 1
    assert township_key(f"{name}镇人民政府") == township_key(f"{name}镇")


@given(st.permutations(["村名", "户数", "党员数", "备注"]), st.integers(0, 6))
@settings(max_examples=40)
def test_order_of_columns_and_lines_above_do_not_matter(order: list[str], above: int) -> None:
    values = {"村名": "李庄村", "户数": 30, "党员数": 5, "备注": "无"}
    title = [["某县基本情况统计表"]] + [[None]] * above
    sheet = Sheet("表", [*title, list(order), [values[one] for one in order], ["合计", 30, 5]])

    heading = Headings(KIND.columns, {}).find(sheet)

    assert heading is not None
    [block] = DataRows(sheet, heading, {}).blocks()
    row = block.raw(0)
    assert block.numbers == [above + 3]
    assert (row.number, row.cells["village"], row.cells["households"]) == (above + 3, "李庄村", 30)


@given(st.sampled_from(["", "其中：", "现有", "总"]), st.sampled_from(["", "数", "人数", "总数"]))
def test_ornaments_of_a_header_do_not_hide_it(before: str, after: str) -> None:
    assert loose(f"{before}党员{after}") == "党员"
    assert tidy(f"★党员{after}(人)") == tidy(f"党员 {after}")


def test_household_register_is_not_taken_for_the_whole() -> None:
    assert loose("户籍人口") != loose("人口")
    assert loose("女党员数") != loose("党员数")


@given(st.lists(st.tuples(HAN, st.integers(0, 99) | st.none()), unique_by=lambda one: one[0]))
def test_what_was_saved_is_the_same_when_it_comes_again(given_rows: list) -> None:
    rows = [
        Row("表", number, {"village": name, "households": count})
        for number, (name, count) in enumerate(given_rows, 2)
    ]
    first = compare(KIND, rows, {})
    stored = {(row.values["village"],): {"households": row.values["households"]} for row in rows}

    again = compare(KIND, rows, stored)

    assert (len(first.new), first.same) == (len(rows), 0)
    assert (again.writes, again.same) == (0, len(rows))


@given(st.integers(0, 10**9) | st.floats(0, 10**6) | st.text(max_size=6) | st.none())
def test_quick_way_gives_what_the_careful_way_gives(raw: object) -> None:
    for reader in (cells.count, cells.decimal(2), cells.text, cells.name, cells.code):
        quick = reader.quick(raw)  # type: ignore[attr-defined]
        if quick is not None:
            careful = reader(raw, "")
            assert (careful.value, careful.repairs) == (quick, ())


def test_units_that_do_not_fit_have_no_way_between_them() -> None:
    assert scale_between("平方米", "亩") is None
    assert scale_between("人", "户") is None
    assert scale_between("公顷", "亩").factor == 15  # type: ignore[union-attr]
    assert scale_between("万元", "元").reads == "万元"  # type: ignore[union-attr]

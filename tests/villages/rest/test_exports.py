"""All rows at once: CSV, Excel, JSON Lines."""

import csv
import io
import json

import openpyxl
import pytest

from villages.models import Village
from villages.rest import exports
from villages.trace.models import AuditEntry


def test_csv_speaks_the_names_of_the_wire(county_program, county):
    response = county_program.get("villages/?format=csv&fields=code,name,valid_to&ordering=-code")

    text = response.content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert list(rows[0]) == ["code", "name", "valid_to"]
    assert [row["code"] for row in rows] == sorted(
        Village.objects.values_list("code", flat=True), reverse=True
    )
    assert 'filename="villages.csv"' in response["Content-Disposition"]


def test_a_formula_in_a_name_stays_text(county_program, county):
    Village.objects.filter(code="999901101200").update(name="=1+1")

    text = county_program.get("villages/?format=csv&fields=name").content.decode("utf-8-sig")

    assert "'=1+1" in text


def test_the_workbook_speaks_chinese(county_program, county):
    response = county_program.get("villages/?format=xlsx&fields=code,name,kind")

    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert ["区划代码", "村名", "类型"] in rows
    assert ["999901001200", "李庄村", "行政村"] in rows


def test_json_lines_are_the_rows_of_the_list(county_program, county):
    response = county_program.get("villages/?format=jsonl")

    lines = [json.loads(line) for line in response.content.splitlines()]
    assert lines == county_program.get("villages/").json()["results"]


def test_accept_asks_for_a_format_too(county_program, county):
    response = county_program.get("villages/", headers={"Accept": "text/csv"})

    assert response["Content-Type"] == "text/csv; charset=utf-8"


def test_an_export_stands_in_the_trail(county_program, county):
    response = county_program.get("villages/?format=csv&township=999901101")

    entry = AuditEntry.objects.get(action="list.exported")
    assert entry.count == 2
    assert entry.after["list"] == "villages"
    assert "township=999901101" in entry.after["query"]
    assert len(entry.after["sha256"]) == 64
    assert response.status_code == 200


def test_a_small_reading_of_lines_is_no_export(county_program, county, monkeypatch):
    county_program.get("villages/?format=jsonl")
    assert not AuditEntry.objects.filter(action="list.exported").exists()

    monkeypatch.setattr(exports, "READ_ROWS", 2)
    response = county_program.get("villages/?format=jsonl")

    assert AuditEntry.objects.filter(action="list.exported").count() == 1
    assert response["RateLimit-Policy"] == '"export";q=6;w=60'


@pytest.mark.parametrize("kind", ["csv", "xlsx", "jsonl"])
def test_too_many_rows_are_refused_not_cut(county_program, county, monkeypatch, kind):
    monkeypatch.setattr(exports, "MOST_ROWS", 3)

    refused = county_program.get(f"villages/?format={kind}")
    narrowed = county_program.get(f"villages/?format={kind}&township=999901101")

    assert refused.status_code == 400
    assert refused.json()["code"] == "export_too_large"
    assert narrowed.status_code == 200


@pytest.mark.parametrize("resource", ["counties", "townships", "villages", "tokens"])
@pytest.mark.parametrize("kind", ["csv", "xlsx", "jsonl"])
def test_every_list_comes_in_every_format(county_program, county, resource, kind, monkeypatch):
    response = county_program.get(f"{resource}/?format={kind}")

    assert response.status_code == 200
    assert response.content

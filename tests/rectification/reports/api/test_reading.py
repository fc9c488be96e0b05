"""Reports for programs: lists, figures with their rows, documents with their digests."""

import hashlib
import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.http import Http404
from django.test import Client

from rectification.reports.actions.downloading import take_copy
from rectification.reports.actions.issuing import issue
from rectification.reports.api.objects import traced_of
from rectification.reports.models import Report
from rectification.reports.tracing import trace
from tests import factories
from tests.rectification.reports.made import OCTOBER, clerk, drafted, filled, reviewed, staff
from villages.accounts.models import User
from villages.common.shares import round_half_up
from villages.models import County
from villages.trace.models import AuditEntry

API = "/api/v1/reports/"
DAY = date(2026, 11, 5)


@pytest.fixture
def by(county: County) -> User:
    return staff()


@pytest.fixture
def client(by: User) -> Client:
    return factories.signed_in(by)


@pytest.fixture
def draft(county: County) -> Report:
    return drafted(filled(county))


def _get(client: Client, path: str = "", **asked: str) -> Any:
    answer = client.get(f"{API}{path}", asked)
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def test_the_list_is_short_and_filtered(client: Client, draft: Report) -> None:
    (told,) = _get(client, kind="monthly", period="2026-10", status="draft")["results"]

    assert (told["uid"], told["county"], told["version"]) == (draft.uid, "999901", 1)
    assert told["sha256"] == draft.sha256
    assert "content" not in told
    assert _get(client, kind="quarterly")["results"] == []
    assert _get(client, county="999902")["results"] == []


def test_the_list_costs_the_same_for_many(
    client: Client, draft: Report, django_assert_max_num_queries: Any
) -> None:
    drafted(County.objects.get(code="999901"), OCTOBER.previous())

    with django_assert_max_num_queries(8):
        assert len(_get(client)["results"]) == 2


def test_one_report_tells_what_belongs_to_it(client: Client, draft: Report) -> None:
    answer = client.get(f"{API}{draft.uid}/")
    told = answer.json()

    assert answer["ETag"].startswith(f'"v{draft.revision}-')
    assert told["content"]["figures"] == len(draft.said.figures)
    assert {one["name"]: one["sha256"] for one in told["files"]} == dict(
        draft.files.values_list("name", "sha256")
    )
    assert told["missing"] == draft.said.missing
    assert (told["receipts"], told["number"], told["corrects"]) == ([], "", None)


def test_the_rows_of_every_figure_give_it(draft: Report) -> None:
    content = draft.said

    for one in content.figures:
        traced = traced_of(draft, content, trace(content, one.code, draft.code))
        told = json.loads(json.dumps(traced))
        assert told["formula"]["words"]
        assert _recomputed(told) == (None if one.value is None else str(one.value)), one
    assert len(content.figures) >= 20


def test_a_figure_opens_as_it_is_listed(client: Client, draft: Report) -> None:
    listed = _get(client, f"{draft.uid}/figures/")["results"]
    first = next(one for one in listed if one["value"])

    told = _get(client, f"{draft.uid}/figures/{first['code']}/")

    assert [one["code"] for one in listed] == [one.code for one in draft.said.figures]
    assert {key: told[key] for key in first} == first
    assert told["rows"] == told["parts"][0]["rows"]
    assert any(first["code"] in line.figure_codes for line in draft.said.lines)
    assert told["sentences"] or told["tables"]


def _ratio(part: Fraction, whole: Fraction) -> Fraction | None:
    return part / whole if whole else None


def _points(a: Fraction, b: Fraction, c: Fraction, d: Fraction) -> Fraction | None:
    return (a / b - c / d) * 100 if b and d else None


# Written again by hand: what a reader makes of the words of a formula.
_HOW: dict[str, Any] = {
    "value": lambda a: a,
    "total": lambda *parts: sum(parts, Fraction(0)),
    "share": lambda a, b: _ratio(100 * a, b),
    "ratio": _ratio,
    "difference": lambda a, b: a - b,
    "growth": lambda a, b: _ratio(100 * (a - b), abs(b)),
    "points": _points,
    "place": lambda a: a + 1,
}


def _recomputed(told: Any) -> str | None:
    """What a reader gets from the rows of the answer alone."""
    formula = told["formula"]
    pairs = zip(told["parts"], formula["folds"], strict=True)
    parts = [_folded(part, fold["how"], formula["empty"]) for part, fold in pairs]
    exact = None if None in parts else _HOW[formula["how"]](*parts)
    if exact is None:
        return None
    rounded = round_half_up(exact / formula["scale"], formula["digits"])
    return f"{rounded:f}" if formula["digits"] else str(int(rounded))


def _folded(part: Any, how: str, empty: int | None) -> Fraction | None:
    if how == "count":
        return Fraction(len(part["rows"]))
    cells = [row[part["column"]] for row in part["rows"]]
    if how == "distinct":
        return Fraction(len(set(cells)))
    if not cells:
        return None if empty is None else Fraction(empty)
    numbers = [Fraction(one) for one in cells]
    return max(numbers) if how == "max" else sum(numbers, Fraction(0))


def test_a_figure_is_found_by_number_and_by_what_stands_on_paper(
    client: Client, draft: Report
) -> None:
    first = draft.said.figures[0].code
    short = f"{draft.code}-1"

    told = [
        _get(client, f"{draft.uid}/figures/{one}/")["code"] for one in (first, "1", short)
    ]  # fmt: skip
    typed = _get(client, f"by-code/{short.lower()}/")

    assert told == [first] * 3
    assert (typed["code"], typed["report"], typed["short_code"]) == (first, draft.uid, short)


@pytest.mark.parametrize("code", ["no.such", "0", "99999", "ABCDEF-1"])
def test_a_figure_that_is_not_there(client: Client, draft: Report, code: str) -> None:
    assert client.get(f"{API}{draft.uid}/figures/{code}/").status_code == 404
    assert client.get(f"{API}by-code/{code}/").status_code == 404


def test_documents_come_as_they_are_kept(client: Client, draft: Report) -> None:
    for one in _get(client, f"{draft.uid}/")["files"]:
        answer = client.get(one["url"])

        assert hashlib.sha256(answer.content).hexdigest() == one["sha256"]
        assert answer["ETag"] == f'"{one["sha256"]}"'
        again = client.get(one["url"], headers={"If-None-Match": answer["ETag"]})
        assert again.status_code == 304
    assert AuditEntry.objects.filter(action="report.file-read").count() == 2
    assert client.get(f"{API}{draft.uid}/files/x.docx/").status_code == 404


def test_the_record_is_readable(client: Client, draft: Report) -> None:
    told = _get(client, f"{draft.uid}/content/")

    assert told["code"] == draft.code
    assert [one["code"] for one in told["figures"]] == [one.code for one in draft.said.figures]


@pytest.mark.parametrize(
    "path", ["", "figures/", "figures/1/", "content/", "sentences/", "files/x/"]
)
def test_drafts_do_not_exist_for_townships_and_strangers(
    draft: Report, other_county: County, path: str
) -> None:
    for user in (clerk(), staff("999902")):
        answer = factories.signed_in(user).get(f"{API}{draft.uid}/{path}")

        assert answer.status_code == 404
    assert factories.signed_in(clerk()).get(API).json()["results"] == []


def test_townships_read_what_was_issued_and_their_own_receipt(
    county: County, other_county: County, by: User
) -> None:
    report = issue(by=by, report=reviewed(filled(county), by), revision=None, on=DAY)

    told = _get(factories.signed_in(clerk()), f"{report.uid}/")

    assert (told["number"], told["status"]) == ("督导〔2026〕1号", "issued")
    assert [one["unit"] for one in told["receipts"]] == ["999901001"]
    typed = factories.signed_in(clerk()).get(f"{API}by-code/{report.code}-1/")
    assert typed.status_code == 200
    foreign = factories.signed_in(clerk("999902001"))
    assert foreign.get(f"{API}{report.uid}/").status_code == 404
    assert foreign.get(f"{API}by-code/{report.code}-1/").status_code == 404


def test_townships_read_their_own_rows_of_what_was_issued(county: County, by: User) -> None:
    report = issue(by=by, report=reviewed(filled(county), by), revision=None, on=DAY)
    east, west = (factories.signed_in(clerk(f"999901{one}")) for one in ("001", "101"))

    told = [_get(one, f"{report.uid}/figures/villages/") for one in (east, west)]
    whole = [_get(one, f"{report.uid}/content/") for one in (east, west)]

    assert [one["value"] for one in told] == [5, 5]
    assert [(len(one["rows"]), one["parts"][0]["hidden"]) for one in told] == [(3, 2), (2, 3)]
    for code, *answers in zip(("999901001", "999901101"), told, whole, strict=True):
        rows = [*answers[0]["rows"], *_villages(answers[1])]
        assert {one["township_code"] for one in rows if "township_code" in one} == {code}
        assert all(one["code"].startswith(code) for one in rows)
        gaps = [unit for one in answers[1]["figures"] for unit in one["missing"]]
        assert all(unit.startswith(code) for unit in gaps)


def _villages(content: Any) -> list[dict[str, Any]]:
    table = next(one for one in content["bases"] if one["key"] == "villages")
    return [dict(zip(table["keys"], row, strict=True)) for row in table["rows"]]


def test_the_annex_with_all_rows_stays_with_the_county(county: County, by: User) -> None:
    report = issue(by=by, report=reviewed(filled(county), by), revision=None, on=DAY)
    east = factories.signed_in(clerk())

    (told,) = _get(east, f"{report.uid}/")["files"]
    annex = report.files.get(name__endswith=".xlsx").name

    assert told["name"].endswith(".docx")
    assert east.get(told["url"]).status_code == 200
    assert east.get(f"{API}{report.uid}/files/{annex}/").status_code == 404
    with pytest.raises(Http404):
        take_copy(by=clerk(), report=report, name=annex)

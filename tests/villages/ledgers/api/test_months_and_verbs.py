"""Closed months refuse every door alike; verbs are addresses under a row."""

import json
from datetime import date
from typing import Any

import pytest

from cadres.models import PostFiling
from tests.sheets import bring, write
from tests.villages.ledgers.making import make_row
from villages.affairs.models import PetitionCount
from villages.common import clock
from villages.imports.models import FilingMonth, Reopening
from villages.ledgers.declaring import ledgers

pytestmark = pytest.mark.django_db
COUNTS = ("first", "repeat", "collective", "beyond", "unresolved", "overdue")


@pytest.fixture
def closed(county: Any) -> FilingMonth:
    """September is closed."""
    return FilingMonth.objects.create(
        county_code=county.code, month=202609, due_on=date(2026, 9, 25), closed_at=clock.instant()
    )


def petitions(place: Any, month: str = "2026-09", **more: Any) -> dict[str, Any]:
    return {"village": place.code, "month": month, **dict.fromkeys(COUNTS, 0), **more}


def post(program: Any, path: str, body: Any, **headers: str) -> Any:
    return program.post(path, data=json.dumps(body), headers=headers)


def test_a_closed_month_takes_no_row_by_any_door(writer, villages, closed, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    kept = PetitionCount.objects.create(
        village=villages[0], county_code="999901", month=202609, **dict.fromkeys(COUNTS, 0)
    )
    path, tag = f"petitions/{kept.uid}/", {"If-Match": '"v1"'}

    answers = [
        post(writer, "petitions/", petitions(villages[1])),
        writer.patch(path, data=json.dumps({"first": 3}), headers=tag),
        writer.patch(path, data=json.dumps({"month": "2026-10"}), headers=tag),
        writer.delete(f"{path}?reason=x", headers=tag),
    ]
    bulk = post(writer, "petitions/bulk/", {"rows": [
        petitions(villages[1]), petitions(villages[2], "2026-10"), petitions(villages[0]),
    ]})  # fmt: skip
    whole = post(writer, "petitions/bulk/", {"mode": "atomic", "rows": [petitions(villages[1])]})

    assert [one.status_code for one in answers] == [409, 409, 409, 409]
    assert {one.json()["reason"] for one in answers} == {"month_closed"}
    assert [one["result"] for one in bulk.json()["results"]] == ["refused", "created", "unchanged"]
    assert bulk.json()["results"][0]["errors"][0]["code"] == "month_closed"
    assert whole.status_code == 409
    head = ["乡镇", "村", "月份", "初信初访", "重信重访", "集体访", "越级访", "未办结", "其中超期"]
    sheet = write(tmp_path / "信访.xlsx", [head, ["东关街道", "周桥村", "2026年9月", 1, *[0] * 5]])
    assert [one["code"] for one in bring("petitions", sheet).errors] == ["month_closed"]
    assert PetitionCount.objects.filter(month=202609).count() == 1


def test_a_reopened_village_takes_rows_again(writer, villages, closed):
    Reopening.objects.create(
        filing_month=closed, county_code="999901", unit_code=villages[1].code,
        ends_on=date(2026, 11, 9), reason="更正",
    )  # fmt: skip
    bulk = post(writer, "petitions/bulk/", {"rows": list(map(petitions, villages))})

    results = [one["result"] for one in bulk.json()["results"]]
    assert results == ["refused", "created", "refused", "refused", "refused"]


def test_a_verb_acts_on_the_version_that_was_seen(minister, villages):
    filing = make_row(ledgers()["post-filings"], villages[0])
    path = f"post-filings/{filing.uid}/answer/"
    body = {"answered_on": "2026-11-02", "number": "青组备〔2026〕7号"}

    lacking = post(minister, path, body, **{"If-Match": '"v1"'})
    blind = post(minister, path, {**body, "answer": "agreed"})
    late = post(minister, path, {**body, "answer": "agreed"}, **{"If-Match": '"v9"'})
    done = post(minister, path, {**body, "answer": "agreed"}, **{"If-Match": '"v1"'})

    assert [one.status_code for one in (lacking, blind, late)] == [400, 428, 412]
    assert lacking.json()["errors"][0]["pointer"] == "/answer"
    assert done.status_code == 200, done.content.decode()
    assert done.json()["answered_on"] == "2026-11-02"
    assert PostFiling.objects.get().answer == "agreed"


def test_a_verb_is_for_those_who_may(people, villages):
    from tests.villages.rest.conftest import program_of
    from villages.accounts.choices import Role

    filing = make_row(ledgers()["post-filings"], villages[0])
    clerk = program_of(people[Role.TOWNSHIP_CLERK])
    body = {"answered_on": "2026-11-02", "answer": "returned"}

    answer = post(clerk, f"post-filings/{filing.uid}/answer/", body, **{"If-Match": '"v1"'})

    assert answer.status_code == 403
    assert PostFiling.objects.get().answered_on is None

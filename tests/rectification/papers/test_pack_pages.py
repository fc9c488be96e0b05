"""Ordering and taking packs by page and by program."""

import io
from typing import Any
from zipfile import ZipFile

from django.urls import reverse

from tests.factories import UserFactory, signed_in
from villages.accounts.actions.tokens import Limits, create_token
from villages.accounts.choices import Role
from villages.jobs.models import Job
from villages.jobs.running import perform
from villages.trace.models import AuditEntry

VILLAGE = "999901001200"


def test_order_wait_take(case: Any, people: Any, client_as: Any, other_county: Any) -> None:
    client = client_as(people[Role.TOWNSHIP_CLERK])
    page = client.get(reverse("cases:packs")).content.decode()
    assert "限县级知悉的内容" not in page
    answer = client.post(reverse("cases:packs"), {"unit": VILLAGE})
    job = Job.objects.get(kind="cases.pack")
    assert answer.url == reverse("jobs:job", args=[job.uid])
    address = reverse("cases:pack_file", args=[job.uid])
    assert client.get(address).status_code == 409
    perform(job.uid)
    assert "下载" in client.get(reverse("cases:packs")).content.decode()
    taken = client.get(address)
    assert ZipFile(io.BytesIO(b"".join(taken.streaming_content))).testzip() is None
    assert AuditEntry.objects.filter(action="pack.downloaded").count() == 1
    colleague = client_as(people[Role.COUNTY_STAFF])
    assert colleague.get(address).status_code == 404
    stranger = signed_in(UserFactory(role=Role.COUNTY_STAFF, home_code="999902"))
    assert stranger.get(address).status_code == 404


def test_foreign_units_are_no_choice(case: Any, people: Any, client_as: Any) -> None:
    client = client_as(people[Role.TOWNSHIP_CLERK])
    answer = client.post(reverse("cases:packs"), {"unit": "999901101200"})
    assert "不在您的管辖范围内" in answer.content.decode()
    assert not Job.objects.exists()


def test_by_program(case: Any, people: Any, client: Any) -> None:
    _token, secret = create_token(
        user=people[Role.COUNTY_STAFF], name="大屏", limits=Limits(read_only=False),
        by=people[Role.COUNTY_STAFF],
    )  # fmt: skip
    said = {"HTTP_AUTHORIZATION": f"Bearer {secret}"}
    made = client.post("/api/v1/packs/", {"unit": VILLAGE}, content_type="application/json", **said)
    assert made.status_code == 202, made.content
    uid = made.json()["uid"]
    assert made.json()["sha256"] is None
    assert client.get(f"/api/v1/packs/{uid}/file/", **said).status_code == 409
    perform(uid)
    done = client.get(f"/api/v1/packs/{uid}/", **said).json()
    assert (done["state"], done["unit"], done["restricted"]) == ("done", VILLAGE, False)
    taken = client.get(f"/api/v1/packs/{uid}/file/", **said)
    assert taken["ETag"] == f'"{done["sha256"]}"'
    assert client.get("/api/v1/packs/", **said).json()["results"][0]["uid"] == uid
    document = client.get(f"/api/v1/cases/{case.uid}/file/", **said)
    assert document.content.startswith(b"PK")
    refused = client.post(
        "/api/v1/packs/", {"unit": "999902001200"}, content_type="application/json", **said
    )
    assert refused.status_code == 400

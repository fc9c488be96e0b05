"""Notices written by program: drafted, published, worded anew, withdrawn, read and confirmed."""

import json
from typing import Any

import pytest

from rectification.supervision.models import Notice, NoticeUnit
from tests.factories import UserFactory
from tests.rectification.supervision.notices.written import TEXT, drafted, out
from tests.rectification.supervision.situations import EAST, FAR, LI, TODAY, WILLOW, Cast
from tests.villages.rest.conftest import Program, program_of
from villages.accounts.choices import Role

pytestmark = pytest.mark.django_db
SAID = {
    "title": "关于报送时间的通知", "text": TEXT, "townships": [EAST], "needs_receipt": True,
    "valid_from": "2026-11-03",
}  # fmt: skip


def _drafted(program: Program, **more: Any) -> Any:
    return program.post("notices/", data=json.dumps({**SAID, **more}))


def _at(row: Any) -> dict[str, str]:
    row.refresh_from_db()
    return {"If-Match": f'"v{row.version}"'}


def _changed(program: Program, row: Notice, **said: Any) -> Any:
    return program.patch(f"notices/{row.uid}/", data=json.dumps(said), headers=_at(row))


def _done(program: Program, row: Notice, verb: str, **said: Any) -> Any:
    url = f"notices/{row.uid}/{verb}/"
    return program.post(url, data=json.dumps(said), headers=_at(row))


def test_from_the_draft_to_the_end(cast: Cast) -> None:
    author, clerk = program_of(cast.author), program_of(cast.clerk)
    answer = _drafted(author, departments=[cast.department.uid])
    assert answer.status_code == 201, answer.content
    row = Notice.objects.get()
    assert answer["Location"] == f"/api/v1/notices/{row.uid}/"
    assert answer["ETag"].startswith(f'"v{row.version}')
    assert (row.from_code, row.kind, row.reach) == ("999901", "notice", "staff")
    assert row.status == "draft"
    assert clerk.get(f"notices/{row.uid}/").status_code == 404

    assert _changed(author, row, title="改了标题").status_code == 200
    published = _done(author, row, "publish", on="2026-11-03").json()
    assert (published["status"], published["number"], published["title"]) == (
        "published", 1, "改了标题",
    )  # fmt: skip
    assert _changed(author, row, text="改到二十六日。", changes="推迟一天").status_code == 200
    assert _done(author, row, "publish", on="2026-11-03").json()["number"] == 2
    assert _done(clerk, row, "confirm").status_code == 200
    told = clerk.get(f"notice-receipts/?notice={row.uid}").json()["results"]
    assert [(one["unit_code"], one["number"]) for one in told] == [(EAST, 2)]
    gone = _done(author, row, "withdraw", on="2026-11-03", reason="内容有误").json()
    assert (gone["status"], gone["withdrawn_why"]) == ("withdrawn", "内容有误")


def test_words_are_read_by_whom_they_address(cast: Cast) -> None:
    row = out(cast)
    _changed(program_of(cast.author), row, text="改到二十六日。")
    url = f"notice-versions/?notice={row.uid}"

    def read(user: Any) -> list[tuple[int, str]]:
        return [(one["number"], one["text"]) for one in program_of(user).get(url).json()["results"]]

    assert sorted(read(cast.author)) == [(1, TEXT), (2, "改到二十六日。")]
    assert read(cast.clerk) == [(1, TEXT)]
    villager = UserFactory(username="v", role=Role.VILLAGE_SECRETARY, home_code=LI)
    assert read(villager) == []


def test_units_that_are_not_named_stay(cast: Cast) -> None:
    row = drafted(cast)

    answer = _changed(program_of(cast.author), row, townships=[WILLOW])

    assert answer.status_code == 200, answer.content
    found = NoticeUnit.objects.filter(notice=row).values_list("unit_name", flat=True)
    assert sorted(found) == ["县水利局", "柳林镇"]


def test_a_township_writes_to_its_villages(cast: Cast) -> None:
    program = program_of(cast.secretary)

    answer = _drafted(program, townships=[], villages=[LI])
    assert answer.status_code == 201, answer.content
    assert Notice.objects.get().from_code == EAST
    for wrong in ({"villages": [FAR]}, {"townships": [EAST], "villages": [LI]}):
        refused = _drafted(program, **{"townships": [], **wrong})
        assert refused.status_code == 400, refused.content
        assert "没有这些单位" in refused.content.decode()


def test_who_saw_an_older_version_is_told(cast: Cast) -> None:
    row = drafted(cast)
    program, old = program_of(cast.author), _at(row)
    assert _changed(program, row, text="先到的").status_code == 200

    late = program.patch(f"notices/{row.uid}/", data='{"text": "后到的"}', headers=old)

    assert late.status_code == 412, late.content
    assert row.versions.get().text == "先到的"
    unseen = program.patch(f"notices/{row.uid}/", data='{"text": "没看过的"}')
    assert unseen.status_code == 428


@pytest.mark.parametrize("name", ["clerk", "secretary", "seat", "api", "leader"])
def test_others_do_not_write(cast: Cast, name: str) -> None:
    row = out(cast)

    answer = _changed(program_of(getattr(cast, name)), row, text="改")

    assert answer.status_code in (403, 409), answer.content
    row.refresh_from_db()
    assert row.versions.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"title": ""}, "title"), ({"valid_from": "11月3日"}, "valid_from"),
     ({"reach": "all"}, "reach"), ({"townships": "999901001"}, "townships"),
     ({"departments": ["县水利局"]}, "departments"), ({"titel": "x"}, "titel"),
     ({"valid_to": "2026-11-01"}, "失效日期"), ({"townships": []}, "对象")],
)  # fmt: skip
def test_bodies_that_are_refused(cast: Cast, wrong: dict[str, Any], field: str) -> None:
    answer = _drafted(program_of(cast.author), **wrong)

    assert answer.status_code in (400, 409), answer.content
    assert field in answer.content.decode()
    assert not Notice.objects.exists()


def test_a_published_head_stands(cast: Cast) -> None:
    row = out(cast)

    refused = _changed(program_of(cast.author), row, title="别的")

    assert "只能修改正文" in refused.content.decode()
    assert row.published_on and row.published_on < TODAY


def test_the_same_key_drafts_once(cast: Cast) -> None:
    program = program_of(cast.author)
    key = {"Idempotency-Key": "a" * 32}

    for _time in range(2):
        answer = program.post("notices/", data=json.dumps(SAID), headers=key)
        assert answer.status_code == 201

    assert Notice.objects.count() == 1

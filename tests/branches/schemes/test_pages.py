"""Pages of schemes and ratings, from the draft to the decision."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from branches.actions.schemes import copy_scheme
from branches.models import Scheme, SchemeRating
from branches.schemes.definitions import definition_of
from branches.schemes.files import load
from tests.branches import factories
from tests.branches.scheme_factories import SMALL, in_force, proposed, staff
from tests.factories import signed_in
from villages.accounts.choices import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def scheme(people):
    return in_force(people[Role.COUNTY_STAFF])


@pytest.fixture
def branch(county):
    return factories.branch(formal=12)


def _go(client, name, *args, **data):
    url = reverse(f"branches:{name}", args=args)
    return client.post(url, data, follow=True) if data else client.get(url)


def _formset(prefix, rows, stored=3):
    found = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": stored}
    for place, row in enumerate(rows):
        found |= {f"{prefix}-{place}-{name}": value for name, value in row.items()}
    return found


def _edit(draft, items, **changed):
    stars = [("五星", "90"), ("三星", "60"), ("无星", "0")]
    grades = [{"name": name, "least": least} for name, least in stars]
    head = {"title": "评星定级(新)", "cycle": "year", "version": draft.version}
    return {**head, **_formset("grades", grades), **_formset("items", items), **changed}


ITEM = {"part": "班子", "text": "班子团结", "points": "60", "judged": "points"}
COMPUTED = {"text": "党员不少于 3 人", "points": "40", "judged": "figure",
            "figure": "members.formal", "comparison": ">=", "wanted": "3"}  # fmt: skip
GONE = {**ITEM, "DELETE": "on"}
BLANK = {"judged": "yes_no"}


def test_a_county_without_schemes_loads_the_usual_ones(county_client, county):
    page = county_client.get(reverse("branches:schemes"))
    assert "还没有这种方案" in page.content.decode()

    page = county_client.post(reverse("branches:scheme_defaults"), follow=True)

    assert "已载入 3 份预置草稿" in page.content.decode()
    assert set(Scheme.objects.values_list("status", flat=True)) == {"draft"}


def test_a_draft_is_copied_edited_and_published(county_client, scheme):
    page = county_client.post(reverse("branches:scheme_copy", args=[scheme.uid]), follow=True)
    draft = Scheme.objects.get(number=2)
    assert "班子团结" in page.content.decode()

    page = _go(
        county_client, "scheme_edit", draft.uid, **_edit(draft, [ITEM, COMPUTED, GONE, BLANK])
    )
    draft.refresh_from_db()
    said = definition_of(draft)
    assert [(one.number, one.text, str(one.rule or "")) for one in said.items] == [
        (1, "班子团结", ""), (2, "党员不少于 3 人", "members.formal>=3"),
    ]  # fmt: skip

    _go(county_client, "scheme_publish", draft.uid, valid_from="2027-01-01", basis="青组发1号")
    draft.refresh_from_db()
    scheme.refresh_from_db()
    assert (draft.status, scheme.valid_to) == ("in_force", date(2026, 12, 31))


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ({**ITEM, "judged": "figure"}, "请填写数据项、比较和标准值"),
        ({**COMPUTED, "judged": "points"}, "请清空数据项"),
        ({**ITEM, "points": "0"}, "points"),
    ],
)
def test_a_wrong_item_comes_back_with_its_message(county_client, scheme, item, said, people):
    draft = copy_scheme(scheme=scheme, by=people[Role.COUNTY_STAFF])

    page = _go(county_client, "scheme_edit", draft.uid, **_edit(draft, [item, GONE, GONE]))

    draft.refresh_from_db()
    assert said in page.content.decode()
    assert definition_of(draft) == SMALL


def test_an_overtaken_edit_is_refused_and_keeps_what_was_typed(county_client, scheme, people):
    draft = copy_scheme(scheme=scheme, by=people[Role.COUNTY_STAFF])
    Scheme.objects.filter(pk=draft.pk).update(version=5)

    page = _go(county_client, "scheme_edit", draft.uid, **_edit(draft, [ITEM, GONE, GONE]))

    text = page.content.decode()
    assert "刚被他人改动" in text
    assert "评星定级(新)" in text


def test_a_published_scheme_has_no_form(county_client, scheme):
    page = county_client.get(reverse("branches:scheme_edit", args=[scheme.uid]), follow=True)

    assert "已发布的方案不能改动" in page.content.decode()


def test_a_draft_with_forbidden_words_is_saved_with_a_warning(county_client, scheme, people):
    draft = copy_scheme(scheme=scheme, by=people[Role.COUNTY_STAFF])
    item = {**ITEM, "points": "100", "text": "活动照片齐全"}

    page = _go(county_client, "scheme_edit", draft.uid, **_edit(draft, [item, GONE, GONE]))

    assert "含有“照片”" in page.content.decode()


def test_a_scheme_travels_as_a_file(county_client, scheme, other_county):
    page = county_client.get(reverse("branches:scheme_file", args=[scheme.uid]))
    content = b"".join(page.streaming_content)
    assert load(content.decode()) == SMALL

    abroad = signed_in(_abroad())
    upload = SimpleUploadedFile("方案.json", content)
    answer = abroad.post(reverse("branches:scheme_load"), {"file": upload}, follow=True)

    taken = Scheme.objects.get(county_code="999902")
    assert answer.redirect_chain[-1][0] == reverse("branches:scheme_edit", args=[taken.uid])
    assert definition_of(taken) == SMALL


def _abroad():
    from tests.factories import UserFactory

    return UserFactory(role=Role.COUNTY_STAFF, home_code="999902")


@pytest.mark.parametrize("content", [b"\xff\xfe", b"{}", json.dumps({"format": "x"}).encode()])
def test_a_wrong_file_is_refused_with_words(county_client, county, content):
    upload = SimpleUploadedFile("方案.json", content)

    page = county_client.post(reverse("branches:scheme_load"), {"file": upload})

    assert not Scheme.objects.exists()
    assert "error-summary" in page.content.decode()


def test_a_draft_is_dropped_and_a_scheme_ended(county_client, scheme, people):
    draft = copy_scheme(scheme=scheme, by=people[Role.COUNTY_STAFF])

    _go(county_client, "scheme_drop", draft.uid, sure="1")
    _go(county_client, "scheme_end", scheme.uid, valid_to="2026-12-31", reason="统一评定")

    scheme.refresh_from_db()
    assert (Scheme.objects.count(), scheme.status) == (1, "ended")


def _answers(scheme, *points):
    items = scheme.items.order_by("number")
    return {f"points_{one.pk}": p for one, p in zip(items, points, strict=True)}


def test_a_township_fills_one_sheet_in_one_submit(township_client, scheme, branch):
    url = ("rating_sheet", scheme.uid, "2026", branch.uid)
    page = _go(township_client, *url).content.decode()
    assert "党员数台账(2026-11-03)为 12,计 20 分,不用填写" in page

    page = _go(township_client, *url, **_answers(scheme, "", "45", "30"))

    rating = SchemeRating.objects.get()
    assert (rating.score, rating.state) == (Decimal(95), "proposed")
    assert "为什么是这个分" in page.content.decode()
    again = _go(township_client, *url).content.decode()
    assert 'value="45"' in again
    assert '<option value="30" selected>' in again


def test_a_sheet_without_an_answer_comes_back(township_client, scheme, branch):
    page = _go(
        township_client, "rating_sheet", scheme.uid, "2026", branch.uid,
        **_answers(scheme, "", "45", ""),
    )  # fmt: skip

    assert "请评分" in page.content.decode()
    assert not SchemeRating.objects.exists()


@pytest.mark.parametrize("code", ["2024", "2027", "2026Q1", "x"])
def test_periods_of_other_schemes_are_not_there(township_client, scheme, branch, code):
    assert _go(township_client, "rating_sheet", scheme.uid, code, branch.uid).status_code == 404


def test_a_foreign_branch_is_not_there(township_client, scheme):
    foreign = factories.branch("999901101200")

    assert _go(township_client, "rating_sheet", scheme.uid, "2026", foreign.uid).status_code == 404


def test_the_county_confirms_a_township_at_once(county_client, scheme, branch, people):
    proposed(branch, scheme, people[Role.TOWNSHIP_CLERK], None, 45, 30)
    url = reverse("branches:scheme_township", args=[scheme.uid, "2026", "999901001"])
    assert "按自评确认全部 1 份" in county_client.get(url).content.decode()

    page = county_client.post(f"{url}confirm/", follow=True).content.decode()

    assert "已确认 1 份评定" in page
    assert SchemeRating.objects.get().state == "confirmed"


def test_the_period_page_tells_shares_with_their_base(county_client, scheme, branch, people):
    rating = proposed(branch, scheme, people[Role.TOWNSHIP_CLERK], None, 45, 30)
    factories.branch(name="第二党支部")
    _go(county_client, "rating_confirm", rating.uid, sure="1")

    page = _go(county_client, "scheme_period", scheme.uid, "2026").content.decode()

    assert "100.00%(1/1)" in page
    assert "首次评定" in page


def test_a_changed_rating_is_appealed_and_decided(
    county_client, township_client, scheme, branch, people
):
    rating = proposed(branch, scheme, people[Role.TOWNSHIP_CLERK], None, 45, 30)
    item = scheme.items.get(number=2)
    change = {f"points_{item.pk}": "10", f"note_{item.pk}": "未见记录"}
    _go(county_client, "rating_confirm", rating.uid, **change)
    assert SchemeRating.objects.get().score == Decimal(60)

    _go(township_client, "rating_appeal", rating.uid, text="第2项有会议记录")
    page = _go(
        county_client, "rating_decide", rating.uid, outcome="changed", reason="属实",
        **{f"points_{item.pk}": "45", f"note_{item.pk}": "记录补齐"},
    ).content.decode()  # fmt: skip
    assert "确认人不能裁定" in page

    second = signed_in(staff("李科"))
    page = _go(
        second, "rating_decide", rating.uid, outcome="changed", reason="属实",
        **{f"points_{item.pk}": "45", f"note_{item.pk}": "记录补齐"},
    ).content.decode()  # fmt: skip

    rating.refresh_from_db()
    assert (rating.score, rating.state) == (Decimal(95), "changed")
    assert "县级评 10 分(未见记录);申诉裁定 45 分(记录补齐);得 45 分(满 50 分)。" in page


def test_an_empty_appeal_is_not_taken(township_client, county_client, scheme, branch, people):
    rating = proposed(branch, scheme, people[Role.TOWNSHIP_CLERK], None, 45, 30)
    _go(county_client, "rating_confirm", rating.uid, sure="1")

    page = _go(township_client, "rating_appeal", rating.uid, text=" ")

    rating.refresh_from_db()
    assert rating.state == "confirmed"
    assert "error-summary" in page.content.decode()


@pytest.mark.parametrize("rows", [1, 8])
def test_a_township_page_takes_the_same_queries(
    county_client, scheme, people, rows, django_assert_max_num_queries
):
    for number in range(rows):
        branch = factories.branch(name=f"第{number}支部")
        proposed(branch, scheme, people[Role.TOWNSHIP_CLERK], None, 45, 30)
    url = reverse("branches:scheme_township", args=[scheme.uid, "2026", "999901001"])
    county_client.get(url)

    with django_assert_max_num_queries(22):
        county_client.get(url)

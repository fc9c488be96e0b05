"""Help is found by words, by audience and from the page at hand, also before signing in."""

from dataclasses import replace

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.factories import UserFactory
from villages.accounts.choices import Role
from villages.help import audience, matching, pages, search

SLUGS = sorted(pages.all_pages())
HEAD = "---\ntitle: 题\nsummary: 要\ngroup: start\norder: 1\nroles: [all]\nkind: reference\n---\n"


def test_search_finds_exporting(county_client):
    answer = county_client.get(reverse("help:index"), {"q": "导出"})

    text = answer.content.decode()
    assert answer.context["results"][0].page.slug == "exporting"
    assert "<mark>导出</mark>" in text


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        ("怎么导出村列表到excel", "exporting"),
        ("密码忘记了", "signing-in"),
        ("换手机", "second-factor"),
        ("村名错了要改名", "map-changes"),
        ("Idempotency-Key", "api-errors"),
    ],
)
def test_a_question_in_own_words_finds_the_page(question, slug):
    best = [found.page.slug for found in search.find(question)][:3]

    assert slug in best


def test_a_search_without_result_says_what_to_do(county_client):
    answer = county_client.get(reverse("help:index"), {"q": "qqqzzz"})

    assert answer.context["results"] == []
    assert "没有找到相关帮助" in answer.content.decode()


def test_what_is_searched_for_is_shown_as_text(county_client):
    answer = county_client.get(reverse("help:index"), {"q": "<script>alert(1)</script>"})

    assert "<script>alert(1)" not in answer.content.decode()


def test_the_search_of_the_header_offers_help_by_title_only():
    hits = list(search.hits(None, "导出", 5))

    assert hits[0].title == pages.all_pages()["exporting"].title
    assert list(search.hits(None, "李庄村", 5)) == []


def test_words_in_the_title_count_most():
    title = matching.points("导出", matching.Words("导出", "", ""))
    body = matching.points("导出", matching.Words("", "", "导出" * 30))

    assert title > body > 0
    assert matching.points("", matching.Words("导出", "", "")) == 0


def test_every_role_belongs_to_an_audience_with_pages():
    for role in Role:
        key = audience._OF_ROLE[role]

        assert any(page.is_for(key) for page in pages.all_pages().values())


def test_one_audience_sees_its_own_pages_and_those_for_everybody(county_client):
    answer = county_client.get(reverse("help:index"), {"role": "township"})

    shown = {page.slug for _label, _icon, group in answer.context["groups"] for page in group}
    assert "villages" in shown
    assert "signing-in" in shown
    assert "users" not in shown


def test_an_unknown_audience_shows_everything(county_client):
    answer = county_client.get(reverse("help:index"), {"role": "nobody"})

    shown = {page.slug for _label, _icon, group in answer.context["groups"] for page in group}
    assert shown == set(SLUGS)


def test_the_question_mark_leads_to_the_page_at_hand(county_client):
    answer = county_client.get(reverse("help:for_page"), {"page": "home"})

    assert answer["Location"] == pages.all_pages()["first-steps"].url


def test_the_question_mark_knows_where_one_comes_from(county_client):
    answer = county_client.get(reverse("help:for_page"), headers={"referer": "http://testserver/"})

    assert answer["Location"] == pages.all_pages()["first-steps"].url


@pytest.mark.parametrize("origin", ["http://elsewhere.example/", "http://testserver/no/such/", ""])
def test_the_question_mark_falls_back_to_the_index(county_client, origin):
    answer = county_client.get(reverse("help:for_page"), headers={"referer": origin})

    assert answer["Location"] == reverse("help:index")


def test_the_exact_name_wins_over_a_pattern(monkeypatch):
    wide, exact = (pages.read(slug, HEAD) for slug in ("wide", "exact"))
    found = {
        "wide": replace(wide, pages=("accounts:*",)),
        "exact": replace(exact, pages=("accounts:users",)),
    }
    monkeypatch.setattr(pages, "all_pages", lambda: found)

    assert pages.for_url_name("accounts:users").slug == "exact"
    assert pages.for_url_name("accounts:other").slug == "wide"
    assert pages.for_url_name("villages:map") is None


def test_help_stays_open_while_a_new_password_is_due(county, client_as):
    user = UserFactory(role=Role.COUNTY_STAFF, at=county.code, must_change_password=True)

    browser = client_as(user)

    assert browser.get(reverse("home")).status_code == 302
    assert browser.get(pages.all_pages()["passwords"].url).status_code == 200


PUBLIC = {"burden", "public-box", "signing-in"}


@pytest.mark.parametrize("slug", sorted(PUBLIC))
@pytest.mark.django_db
def test_public_pages_are_read_before_signing_in(slug):
    answer = Client().get(pages.all_pages()[slug].url)

    assert answer.status_code == 200
    assert answer.context["page"].public


def test_exactly_these_pages_are_public():
    public = {page.slug for page in pages.all_pages().values() if page.public}

    assert public == PUBLIC


@pytest.mark.parametrize("slug", [s for s in SLUGS if not pages.all_pages()[s].public])
@pytest.mark.django_db
def test_other_pages_ask_to_sign_in(slug):
    answer = Client().get(pages.all_pages()[slug].url)

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse(settings.LOGIN_URL))


@pytest.mark.django_db
def test_before_signing_in_only_public_pages_are_listed():
    answer = Client().get(reverse("help:burden"))

    shown = {page.slug for _label, _icon, group in answer.context["groups"] for page in group}
    assert shown == PUBLIC


@pytest.mark.parametrize("page", ["accounts:sign_in", "home", "nonsense"])
@pytest.mark.django_db
def test_before_signing_in_the_question_mark_explains_signing_in(page):
    answer = Client().get(reverse("help:for_page"), {"page": page})

    assert answer["Location"] == pages.all_pages()["signing-in"].url


def test_an_unknown_page_is_not_found(county_client):
    assert county_client.get(reverse("help:page", args=["no-such-page"])).status_code == 404

"""The help centre: every page renders, every link leads somewhere, nothing drifts."""

import re
from fnmatch import fnmatchcase
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.urls import URLPattern, get_resolver, resolve
from django.utils.html import strip_tags

from villages import navigation, parameters
from villages.accounts.choices import Role
from villages.help import markup, pages

SLUGS = sorted(pages.all_pages())


def placeholders(kind: str) -> list[tuple[str, str, str]]:
    """(page, name, what stands after it) of every placeholder of a kind."""
    return [
        (slug, found[2].strip(), found[3] or "")
        for slug, page in pages.all_pages().items()
        for found in markup.PLACEHOLDER.finditer(page.text)
        if found[1] == kind
    ]


def url_names(resolver=None, prefix: str = "") -> set[str]:
    """The name of every address, with its namespaces."""
    names = set()
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            names.add(f"{prefix}{entry.name}")
        else:
            inner = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            names |= url_names(entry, inner)
    return names


@pytest.mark.parametrize("slug", SLUGS)
def test_every_page_renders(county_client, slug):
    page = pages.all_pages()[slug]

    answer = county_client.get(page.url)

    text = answer.content.decode()
    assert answer.status_code == 200
    assert text.count("<h1>") == 1
    assert page.title in text
    assert not markup.PLACEHOLDER.search(text)
    assert "\ue000" not in text
    assert 'aria-current="page">' + page.title in text


@pytest.mark.parametrize("slug", SLUGS)
def test_every_internal_link_resolves(slug):
    html = markup.rendered(slug).html

    links = [urlsplit(unescape(link)) for link in re.findall(r'href="([^"]+)"', html)]

    for link in links:
        target = resolve(link.path) if link.path else None
        if target is not None and link.fragment:
            html = markup.rendered(target.kwargs["slug"]).html
        assert not link.fragment or f'id="{link.fragment}"' in html


def test_every_named_address_exists():
    unknown = [
        (slug, name) for slug, name, _label in placeholders("page") if not navigation.resolved(name)
    ]

    assert unknown == []


def test_every_address_that_a_page_explains_exists():
    names = url_names()

    unknown = [
        (slug, pattern)
        for slug, page in pages.all_pages().items()
        for pattern in page.pages
        if not any(fnmatchcase(name, pattern) for name in names)
    ]

    assert unknown == []


def test_every_number_is_a_parameter_with_the_same_default():
    assert url_names()  # every app has declared its parameters once the addresses are loaded
    known = {one.key: str(one.default) for one in parameters.definitions()}

    wrong = [row for row in placeholders("value") if known.get(row[1]) != row[2]]

    assert wrong == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_answers_in_its_first_paragraph(slug):
    html = markup.rendered(slug).html

    assert html.startswith("<p>")
    assert len(strip_tags(html[: html.index("</p>")])) >= 20


@pytest.mark.parametrize("slug", [s for s in SLUGS if pages.all_pages()[s].kind == "task"])
def test_a_task_tells_steps_refusals_and_whom_to_ask(slug):
    page = markup.rendered(slug)

    headings = [anchor for anchor, _title in page.contents]

    assert "<ol>" in page.html
    assert headings[0] == "how"
    assert headings[-2:] == ["refused", "whom"]


@pytest.mark.parametrize("slug", SLUGS)
def test_headings_do_not_jump_and_anchors_are_unique(slug):
    html = markup.rendered(slug).html

    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    anchors = re.findall(r' id="([^"]+)"', html)

    assert all(below - above <= 1 for above, below in zip([1, *levels], levels, strict=False))
    assert len(anchors) == len(set(anchors))


def test_identifiers_of_the_glossary_are_unique():
    text = pages.all_pages()["glossary"].text

    identifiers = re.findall(r"\| `([a-z_]+)` \|$", text, re.MULTILINE)

    assert len(identifiers) > 50
    assert len(identifiers) == len(set(identifiers))


def test_the_page_on_roles_names_every_role():
    text = pages.all_pages()["roles"].text

    missing = [role.label for role in Role if f"| {role.label} |" not in text]

    assert missing == []


def test_the_page_on_operating_names_every_setting():
    config = Path(settings.BASE_DIR) / "config"
    sources = [config / "settings.py", config / "launching" / "place.py"]
    read = re.compile(r'env\.(?:text|flag|number|words|secret)\("([A-Z_]+)"')
    names = {name for path in sources for name in read.findall(path.read_text("utf-8"))}

    text = pages.all_pages()["operating"].text

    assert sorted(name for name in names if f"`{name}`" not in text) == []


def test_numbers_follow_the_parameter_in_force(county_client, monkeypatch):
    monkeypatch.setattr(parameters, "value", lambda key, *, on, county="": 77)

    text = county_client.get(pages.all_pages()["parameters"].url).content.decode()

    assert "77 分钟" in text

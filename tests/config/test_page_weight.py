"""What a township's first page weighs on a cold visit, and that no used style was lost on the way.

The files are collected, hashed and compressed as `make run` does it, and asked of the portal
itself. Over plain HTTP browsers take gzip, never Brotli: the heavier of the two counts.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client, override_settings

from config import assets
from config.stylesheet import names
from tests.factories import UserFactory, signed_in, small_county
from villages.accounts.choices import Role

KB = 1_000
COLD_VISIT = 100 * KB
# The demo county's page has 23 kB, which nothing compresses on its way.
FILES_ALONE = 70 * KB
COUNTY = "999901"
# No part of ordinary pages, and slow to compress.
LEFT_OUT = ["drf_spectacular_sidecar", "rest_framework", "admin", "echarts*", "tabler.min.js"]
LINKED = re.compile(rb'(?:href|src)="(/static/[^"#]+)')
INSIDE = re.compile(r"url\([\"']?(/static/[^\"')#]+|(?!data:|/|#)[^\"')#]+)")

STYLED = re.compile(r"""class=["']([^"]*?)["']|["']class["']: ["']([^"']*)["']""")
TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def _settings(folder: Path) -> override_settings:
    """Static files as a running portal serves them."""
    storages = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "config.static.HashedStatic"},
    }
    return override_settings(STATIC_ROOT=folder, STORAGES=storages, WHITENOISE_AUTOREFRESH=False)


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compressing takes seconds: once is enough."""
    folder = tmp_path_factory.mktemp("static")
    with _settings(folder):
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=LEFT_OUT)
    return folder


@pytest.fixture
def served(collected: Path) -> Iterator[None]:
    """A portal that serves what was collected."""
    with _settings(collected):
        yield


def _fetched(client: Client, path: str, encoding: str) -> tuple[Any, bytes]:
    answer = client.get(path, headers={"accept-encoding": encoding})
    assert answer.status_code == 200, path
    return answer, b"".join(answer) if answer.streaming else answer.content


def _township() -> Client:
    small_county(COUNTY, "云岭示范县")
    return signed_in(UserFactory(role=Role.TOWNSHIP_SECRETARY, home_code=f"{COUNTY}001"))


@pytest.mark.django_db
@pytest.mark.parametrize("encoding", ["gzip", "br, gzip"])
def test_the_first_page_of_a_township_is_light_on_a_cold_visit(served: None, encoding: str) -> None:
    client = _township()
    _answer, page = _fetched(client, "/", encoding)
    paths = {found.decode() for found in LINKED.findall(page)}
    assert len(paths) >= 6

    weights = {}
    for path in paths:
        answer, body = _fetched(client, path, encoding)
        assert answer["Content-Encoding"] == encoding.split(",")[0], path
        assert "immutable" in answer["Cache-Control"], path
        weights[path] = len(body)

    assert sum(weights.values()) <= FILES_ALONE, weights
    assert len(page) + sum(weights.values()) <= COLD_VISIT, weights


@pytest.mark.django_db
def test_style_sheets_fetch_nothing_more(served: None) -> None:
    client = _township()
    _answer, page = _fetched(client, "/", "")
    sheets = [path.decode() for path in LINKED.findall(page) if path.endswith(b".css")]

    assert len(sheets) == 2
    for path in sheets:
        _answer, sheet = _fetched(client, path, "")
        assert not INSIDE.findall(sheet.decode()), path


def test_no_class_that_is_used_was_lost() -> None:
    """The sheet that is served here may be older than a template: `make assets` renews it."""
    for served_name in assets.TRIMMED:
        whole = names((assets.MODULES / assets.FILES[served_name]).read_text(encoding="utf-8"))
        left = names((assets.VENDOR / served_name).read_text(encoding="utf-8"))
        used = set(_used_classes())

        assert len(used & whole) >= 20
        assert used & whole <= left, f"run make assets: {sorted(used & whole - left)}"


def _used_classes() -> Iterator[str]:
    """Classes named in templates and in the attributes that Python gives to fields."""
    for folder in ("templates", "villages", "branches", "cadres", "collective_economy",
                   "rectification", "config"):  # fmt: skip
        for path in (assets.CODE / folder).rglob("*"):
            if path.suffix in (".html", ".py"):
                text = TAGS.sub(" ", path.read_text(encoding="utf-8"))
                for one, other in STYLED.findall(text):
                    yield from (one or other).split()

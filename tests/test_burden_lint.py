"""No table, ledger, input, form or interface holds what central rules forbid to keep or to ask.

Labels and identifiers are read, in Chinese and English, of everything the product itself
declares. Sentences about the rule (“不打卡”) may stand in definitions and help; they are not read.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.conf import settings
from django.db.models import FileField
from django.urls import get_resolver

from villages import parameters
from villages.common.forbidden import DEMANDS, TRACK_NAMES, TRACKS, demanded, is_picture, tracked
from villages.filings.declaring import inputs
from villages.ledgers.declaring import ledgers
from villages.ledgers.dictionary import words_of
from villages.ledgers.kinds import model_field
from villages.menu import MENU

BASE = Path(settings.BASE_DIR)
# What came with Django's own packages; the sign-in guard counts failed attempts, not people.
OURS = [one for one in apps.get_app_configs() if (BASE / one.name.split(".")[0]).is_dir()]
MODELS = [model for one in OURS for model in one.get_models()]
SCHEMA: Any = json.loads((BASE / "tests" / "openapi.json").read_text("utf-8"))


def names_of(model: Any) -> list[str]:
    """A table, its fields and their labels."""
    meta = model._meta
    fields = [text for one in meta.fields for text in (one.name, str(one.verbose_name))]
    choices = [str(text) for one in meta.fields for _key, text in one.flatchoices]
    return [meta.db_table, model.__name__, str(meta.verbose_name), *fields, *choices]


def all_forms(kind: Any = forms.BaseForm) -> Iterator[Any]:
    """Every form class of ours that the addresses reach."""
    for one in kind.__subclasses__():
        if not one.__module__.startswith("django.") and _is_ours(one.__module__):
            yield one
        yield from all_forms(one)


def _is_ours(module: str) -> bool:
    return module.split(".")[0] in {one.name.split(".")[0] for one in OURS}


def members(node: Any) -> Iterator[str]:
    """Names of members, parameters and operations, and titles, anywhere in the schema."""
    if isinstance(node, list):
        for one in node:
            yield from members(one)
    elif isinstance(node, dict):
        for key, one in node.items():
            yield str(key)
            if key in {"title", "operationId", "name"} and isinstance(one, str):
                yield one
            yield from members(one)


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one._meta.label)
def test_no_table_keeps_it(model: Any) -> None:
    assert tracked(*names_of(model)) == ""


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one._meta.label)
def test_no_table_needs_a_picture(model: Any) -> None:
    needed = [
        one.name
        for one in model._meta.fields
        if not one.blank
        and (isinstance(one, FileField) or one.name.endswith(("_file", "_photo")))
        and is_picture(one.name, str(one.verbose_name))
    ]

    assert needed == []


@pytest.mark.parametrize("key", sorted(ledgers()))
def test_no_ledger_asks_it(key: str) -> None:
    ledger = ledgers()[key]
    words = [words_of(key, one.name) for one in ledger.items]
    labels = [text for one in words for text in (str(one.zh), str(one.en))]

    assert tracked(key, str(ledger.title), ledger.title_en, *labels) == ""


@pytest.mark.parametrize("key", sorted(ledgers()))
def test_no_ledger_needs_a_picture(key: str) -> None:
    ledger = ledgers()[key]
    pictures = [one for one in ledger.asked if is_picture(one.name)]

    assert [one.name for one in pictures if not model_field(ledger, one).blank] == []


def test_no_monthly_input_asks_it() -> None:
    named = {one.key: f"{one.key} {one.label}" for one in inputs().values()}

    assert {key: demanded(text) or tracked(text) for key, text in named.items()} == dict.fromkeys(
        named, ""
    )


def test_no_form_asks_it() -> None:
    assert get_resolver().reverse_dict  # All views, and with them all forms, are imported now.
    found = {
        f"{one.__name__}.{name}"
        for one in all_forms()
        for name, field in getattr(one, "base_fields", {}).items()
        if tracked(name, str(field.label or ""))
        or (field.required and is_picture(name, str(field.label or "")))
    }

    assert found == set()


def test_no_interface_carries_it() -> None:
    named = set(members(SCHEMA))

    assert len(named) > 200
    assert {name for name in named if tracked(name)} == set()


def test_no_parameter_or_menu_names_it() -> None:
    labels = [str(one.label) for one in parameters.definitions()] + [str(one.label) for one in MENU]

    assert [text for text in labels if tracked(text)] == []


@pytest.mark.parametrize("folder", ["static/js"])
def test_no_script_asks_the_browser_where_it_is(folder: str) -> None:
    scripts = sorted((BASE / folder).glob("*.js"))

    assert scripts
    assert [one.name for one in scripts if "geolocation" in one.read_text("utf-8")] == []


@pytest.mark.parametrize("word", DEMANDS)
def test_each_demand_is_recognised(word: str) -> None:
    assert demanded("村级", f"每月{word}情况") != ""


@pytest.mark.parametrize("word", [*TRACKS, *TRACK_NAMES])
def test_each_track_is_recognised(word: str) -> None:
    assert tracked(word) != ""
    assert tracked(f"user_{word}_total" if word.isascii() else f"党员{word}统计") != ""


@pytest.mark.parametrize(
    "name",
    ["last_login", "likelihood", "loginsight", "第一书记驻村天数", "gpslike", "排名方式", "登录名",
     "points_of_law"],
)  # fmt: skip
def test_plain_names_pass(name: str) -> None:
    assert tracked(name) == ""


@pytest.mark.parametrize("name", ["userLoginCount", "GPS", "onlineTime", "check-in", "page views"])
def test_spelling_does_not_hide_it(name: str) -> None:
    assert tracked(name) != ""


def test_all_our_apps_are_looked_at() -> None:
    roots = {one.name.split(".")[0] for one in OURS}

    assert {"villages", "branches", "cadres", "collective_economy"} <= roots
    assert len(MODELS) > 60

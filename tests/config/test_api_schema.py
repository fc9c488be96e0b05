"""The description of the API is part of the product: every change of it is seen and read."""

import difflib
import json
import os
from pathlib import Path

import pytest
from django.test import Client

from config.api import ALL_ENUMERATIONS, RESOURCES, urlpatterns
from villages.rest import docs
from villages.rest.views import ApiView

SNAPSHOT = Path(__file__).parent.parent / "openapi.json"


def as_text(document):
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


@pytest.fixture(scope="module")
def document():
    return json.loads(json.dumps(docs.document()))


def test_the_description_is_the_one_on_file(document):
    """After a wanted change: API_SNAPSHOT=write pytest tests/config/test_api_schema.py."""
    if os.environ.get("API_SNAPSHOT") == "write":
        SNAPSHOT.write_text(as_text(document), encoding="utf-8")
    kept = SNAPSHOT.read_text(encoding="utf-8").splitlines()
    now = as_text(document).splitlines()

    changes = list(difflib.unified_diff(kept, now, "tests/openapi.json", "now", lineterm="", n=2))

    assert not changes, "\n".join(changes[:200])


def resolved(document, part):
    """What a reference leads to; anything else as it is."""
    if "$ref" not in part:
        return part
    _hash, components, kind, name = part["$ref"].split("/")
    return document[components][kind][name]


def properties(schema, path=""):
    """Every property of every object, wherever it stands."""
    for name, inner in schema.get("properties", {}).items():
        yield f"{path}.{name}", inner
        yield from properties(inner, f"{path}.{name}")
    if isinstance(schema.get("items"), dict):
        yield from properties(schema["items"], f"{path}[]")


def test_every_property_has_a_chinese_label_and_english_help(document):
    for name, schema in document["components"]["schemas"].items():
        for path, one in properties(schema, name):
            assert one.get("x-label-zh"), path
            assert one.get("description", "").isascii(), path
            assert one["description"], path


def test_every_parameter_has_a_chinese_label_and_english_help(document):
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert operation["x-label-zh"], (path, method)
            assert operation["summary"].isascii(), (path, method)
            for part in operation.get("parameters", []):
                one = resolved(document, part)
                assert one["x-label-zh"], (path, one["name"])
                assert one["description"], (path, one["name"])


def test_every_operation_answers_problems_in_one_shape(document):
    for methods in document["paths"].values():
        for operation in methods.values():
            for status, answer in operation["responses"].items():
                if status[0] in "45d":
                    content = resolved(document, answer)["content"]
                    assert set(content) == {"application/problem+json"}


def test_names_of_operations_are_unique(document):
    names = [
        one["operationId"] for methods in document["paths"].values() for one in methods.values()
    ]

    assert len(names) == len(set(names))
    assert document["openapi"].startswith("3.1")


def test_every_view_under_the_api_is_described(document):
    views = [pattern for pattern in urlpatterns if hasattr(pattern.callback, "cls")]
    described = set(document["paths"])
    plain = {path.partition("{")[0] for path in described}

    assert all(issubclass(pattern.callback.cls, ApiView) for pattern in views)
    for resource in RESOURCES:
        assert f"/api/v1/{resource.key}/" in plain


def test_every_choice_of_a_field_is_an_enumeration():
    known = {one.choices for one in ALL_ENUMERATIONS}
    for resource in RESOURCES:
        for field in resource.fields:
            assert field.choices is None or field.choices in known, (resource.key, field.name)


def test_every_code_of_an_enumeration_has_an_english_label():
    for one in ALL_ENUMERATIONS:
        assert set(one.english) == set(map(str, one.choices.values)), one.name


def test_the_description_is_public_and_conditional(db):
    first = Client().get("/api/v1/openapi.json")
    again = Client().get("/api/v1/openapi.json", headers={"If-None-Match": first["ETag"]})

    assert first.status_code == 200
    assert first.json()["info"]["title"]
    assert again.status_code == 304


@pytest.mark.parametrize("page", ["docs", "redoc"])
def test_pages_about_the_api_use_our_own_files_only(db, page):
    response = Client().get(f"/api/v1/{page}/")
    text = response.content.decode()

    assert response.status_code == 200
    assert "//" not in text.replace("<!doctype html>", "")
    assert "<style" not in text
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "unsafe-inline" not in response["Content-Security-Policy"].partition("style-src")[0]


def test_only_redoc_relaxes_styles(db):
    assert "unsafe-inline" not in Client().get("/api/v1/docs/")["Content-Security-Policy"]
    assert (
        "style-src 'self' 'unsafe-inline'"
        in (Client().get("/api/v1/redoc/")["Content-Security-Policy"])
    )

"""The trail is read by people: every act that the code records has a sentence."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from villages import registries

APPS = ("villages", "branches", "cadres", "collective_economy", "rectification", "config")


def recorded() -> Iterator[tuple[str, str]]:
    """Every literal first argument of `record(...)` with the file it stands in."""
    for app in APPS:
        for path in Path(settings.BASE_DIR, app).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record":
                    first = node.args[0] if node.args else None
                    if isinstance(first, ast.Constant) and isinstance(first.value, str):
                        yield first.value, str(path)


ACTIONS = sorted({action for action, _path in recorded()})


def test_the_search_finds_acts() -> None:
    assert len(ACTIONS) > 20


@pytest.mark.parametrize("action", ACTIONS)
def test_act_has_a_sentence(action: str) -> None:
    assert action in registries.sentences()

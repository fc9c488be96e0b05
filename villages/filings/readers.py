"""Which fields the product's own figures, rules and reports name, read from their sources.

A field whose name stands in none of them is shown on pages and in files and otherwise kept for
nothing. The converse does not hold: a common name is found somewhere. So the list of unread
fields is short rather than wrong.
"""

import re
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings

_WORD = re.compile(r"[a-z][a-z0-9_]+")
# Modules that declare a field, or hand it through as it is, do not read it.
_DECLARING = frozenset({"models", "migrations", "ledgers", "choices", "inputs", "fields"})


@cache
def named_by_readers() -> frozenset[str]:
    """Every identifier in modules other than those that only declare rows."""
    base = Path(settings.BASE_DIR)
    found: set[str] = set()
    for config in apps.get_app_configs():
        folder = Path(config.path)
        if folder.is_relative_to(base) and ".venv" not in folder.parts:
            for path in folder.rglob("*.py"):
                if not _DECLARING & {*path.relative_to(folder).with_suffix("").parts}:
                    found.update(_WORD.findall(path.read_text("utf-8")))
    return frozenset(found)

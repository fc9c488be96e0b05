"""One style sheet and one script for the browser, made of small files when they are asked for.

A component stays in a file of its own; a page needs few requests. Nothing is built by hand:
`collectstatic` and the test server find the bundles as they find any other static file.
"""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage

# In the order of the cascade: later files win.
CSS = [
    "tokens",
    "base",
    "shell",
    "page",
    "forms",
    "table",
    "cards",
    "figures",
    "colour-strip",
    "ledgers",
    "phone",
    "print",
]
JS = [
    "menu",
    "drop",
    "error-summary",
    "htmx-csrf",
    "htmx-errors",
    "copy-table",
    "shortcuts",
    "dirty-form",
    "kept-form",
    "dialog",
    "autosubmit",
    "print-button",
    "file-drop",
    "poll",
    "yuan-echo",
]
GRID_JS = ["text", "cells", "keys", "paste", "store", "conflicts", "save", "buttons", "desk"]
BUNDLES = {
    "css/portal.css": [f"css/{name}.css" for name in CSS],
    "js/portal.js": [f"js/{name}.js" for name in JS],
    "js/filing-grid.js": [f"js/filing-grid-{name}.js" for name in GRID_JS],
}


class BundleFinder(BaseFinder):
    """Finds the bundles; they are written below PORTAL_DATA when their parts have changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.folder = Path(settings.PORTAL_DATA) / "bundles"
        self.storage = FileSystemStorage(location=self.folder)
        super().__init__(*args, **kwargs)

    def check(self, **kwargs: Any) -> list[Any]:
        """Nothing to configure."""
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The path of a bundle on disk, or an empty list."""
        if path not in BUNDLES:
            return []
        made = str(_made(self.folder, path))
        return [made] if find_all else made

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        """All bundles, for `collectstatic`."""
        for path in BUNDLES:
            if not matches_patterns(path, ignore_patterns or ()):
                _made(self.folder, path)
                yield path, self.storage


def content(path: str) -> str:
    """The parts of a bundle, one after the other."""
    static = Path(settings.BASE_DIR) / "static"
    return "\n".join((static / part).read_text("utf-8") for part in BUNDLES[path])


def _made(folder: Path, path: str) -> Path:
    """Replaced in one step, because several processes may ask at once."""
    target, fresh = folder / path, content(path)
    if target.is_file() and target.read_text("utf-8") == fresh:
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(fresh)
    os.chmod(temporary, 0o644)
    os.replace(temporary, target)
    return target

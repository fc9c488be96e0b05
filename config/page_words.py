"""The words pages can be made of: every word in the portal's templates, code, scripts and styles.

A class or an attribute that a page carries was written somewhere. Whoever reads all of it as
plain words, comments included, keeps too much rather than too little. A beginning that
something is joined to (`level-{{ level }}`, `"level-" + level`) stands for all names that begin
so; a name put together in any other way (`{{ side }}-level`) is not seen: write it out.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

READ = (".html", ".py", ".js", ".css", ".md")
NOT_READ = ("vendor", "node_modules", "__pycache__")
NOT_CODE = ("tests",)
WORD = re.compile(r"[A-Za-z0-9_-]+")
BEGINNING = re.compile(r"(?<![%\w-])([A-Za-z][A-Za-z0-9_-]*-)(?=[{\"'`%$])", re.ASCII)
TOO_WIDE = {"data-"}  # begins the name of every attribute of one's own
SCRIPT = re.compile(r"vendor/([\w.-]+\.js)")


class PageWords:
    """Answers whether a name may occur on a page."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.words: set[str] = set()
        self.beginnings: tuple[str, ...] = ()
        self.scripts: set[str] = set()
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        """More text that may put names on a page."""
        self.words.update(WORD.findall(text))
        found = {*self.beginnings, *BEGINNING.findall(text)} - TOO_WIDE
        self.beginnings = tuple(sorted(found))
        self.scripts.update(SCRIPT.findall(text))

    def __call__(self, name: str) -> bool:
        """Unusual letters split a name, as they split the text it was written in."""
        return name.startswith(self.beginnings) or all(
            one in self.words for one in WORD.findall(name)
        )


def texts(code: Path) -> Iterator[str]:
    """What is written below a code folder: its packages, templates and own browser files."""
    for folder in sorted(code.iterdir()):
        package = (folder / "__init__.py").exists() and folder.name not in NOT_CODE
        if package or folder.name in ("templates", "static"):
            yield from _below(folder)


def _below(folder: Path) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        if path.name in NOT_READ or path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _below(path)
        elif path.suffix in READ and path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace")

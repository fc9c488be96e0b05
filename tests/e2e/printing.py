"""What a printer makes of a document: LibreOffice without anybody's settings, read as text."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"—\d+—")
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
)


@dataclass(frozen=True)
class Page:
    """A printed page: its size in points, its text without any space, the box around its words."""

    width: float
    height: float
    text: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Print:
    """A printed document: its pages, its text without any space, its fonts."""

    pages: tuple[Page, ...]
    text: str
    fonts: tuple[str, ...]


def printed(document: bytes, folder: Path) -> Print:
    """The document as PDF, read back."""
    pdf = _pdf(document, folder)
    pages = tuple(_page(*found) for found in _PAGE.findall(_run("pdftotext", "-bbox", pdf, "-")))
    text = "".join(_text(_run("pdftotext", *way, pdf, "-")) for way in ((), ("-raw",)))
    return Print(pages, text, tuple(_run("pdffonts", pdf).splitlines()[2:]))


def page_picture(document: bytes, folder: Path, target: Path) -> None:
    """Its first page as a picture."""
    pdf = _pdf(document, folder)
    _run("pdftoppm", "-r", "80", "-png", "-singlefile", pdf, str(target.with_suffix("")))


def _pdf(document: bytes, folder: Path) -> str:
    office = shutil.which("soffice")
    assert office, "install LibreOffice"
    source = folder / "report.docx"
    source.write_bytes(document)
    _run(office, "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to",
         "pdf", "--outdir", str(folder), str(source))  # fmt: skip
    return str(folder / "report.pdf")


def _text(pages: str) -> str:
    """The text of all pages without their numbers: sentences run over."""
    return "".join(_NUMBER.sub("", squeezed(page)) for page in pages.split("\f"))


def squeezed(text: str) -> str:
    """The text without any space: printers break lines anywhere."""
    return _SPACE.sub("", text)


def _page(width: str, height: str, inside: str) -> Page:
    words = [(*map(float, one[:4]), unescape(one[4])) for one in _WORD.findall(inside)]
    edges = list(zip(*[one[:4] for one in words], strict=True)) or [(0,), (0,), (0,), (0,)]
    box = (min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3]))
    return Page(float(width), float(height), squeezed("".join(one[4] for one in words)), box)


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True, timeout=240)
    return done.stdout.decode()

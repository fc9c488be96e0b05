"""The page of an official document (GB/T 9704-2012)."""

import io
import re
from typing import Any
from zipfile import ZipFile

import pytest

from rectification.reports.render.bulletin import bulletin_template


@pytest.fixture(scope="module")
def parts() -> dict[str, str]:
    with ZipFile(io.BytesIO(bulletin_template())) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def _attributes(xml: str, tag: str) -> dict[str, str]:
    found = re.search(rf"<w:{tag} ([^>]*)/?>", xml)
    assert found is not None, tag
    return dict(re.findall(r'w:(\w+)="([^"]*)"', found[1]))


def test_paper_margins_and_grid(parts: dict[str, str]) -> None:
    document = parts["word/document.xml"]

    assert _attributes(document, "pgSz") == {"w": "11906", "h": "16838"}
    margins = _attributes(document, "pgMar")
    assert [margins[side] for side in ("top", "left", "right", "bottom")] == [
        "2098", "1587", "1474", "1984",
    ]  # fmt: skip
    assert _attributes(document, "docGrid") == {
        "type": "linesAndChars", "linePitch": "579", "charSpace": "-847",
    }  # fmt: skip


def test_sizes_and_fonts(parts: dict[str, str]) -> None:
    document = parts["word/document.xml"]

    title = next(run for run in document.split("<w:r>") if "{{ title }}" in run)
    assert 'w:val="44"' in title
    assert "方正小标宋简体" in title
    body = next(run for run in document.split("<w:r>") if "{{ section.text }}" in run)
    assert 'w:val="32"' in body
    assert "仿宋_GB2312" in body
    mark = next(run for run in document.split("<w:r>") if "文件" in run)
    assert "FF0000" in mark
    assert 'w:firstLineChars="200"' in document
    assert 'w:rightChars="400"' in document


def test_page_numbers_stand_outside(parts: dict[str, str]) -> None:
    assert "evenAndOddHeaders" in parts["word/settings.xml"]
    footers = [parts[name] for name in sorted(parts) if name.startswith("word/footer")]
    assert [_attributes(one, "jc")["val"] for one in footers] == ["right", "left"]
    assert all("PAGE" in one and "— " in one and 'w:val="28"' in one for one in footers)


def test_fonts_have_substitutes(parts: dict[str, str]) -> None:
    assert 'w:altName w:val="FangSong"' in parts["word/fontTable.xml"]


def test_nothing_of_the_machine_is_inside(parts: dict[str, Any]) -> None:
    core = parts["docProps/core.xml"]

    assert "python-docx" not in core
    assert core.count("2000-01-01T00:00:00Z") == 2
    assert not [name for name in parts if "thumbnail" in name]

"""Files that mean harm, or that are no tables: refused in Chinese, with nothing lost but time."""

import gzip
import os
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from tests.villages.imports.books import DATA, book_bytes, replaced, with_member
from villages.common.errors import DomainError
from villages.imports.reading import child
from villages.imports.reading.limits import DEFAULT, RefusedError
from villages.imports.reading.refusals import REFUSALS
from villages.imports.reading.run import read_book

GOOD = book_bytes([["乡镇", "村名", "户数"], ["东关街道", "李庄村", 300]])
SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
MUTATIONS = 1_000 if os.environ.get("CHAOS") == "whole" else 100


def zipped(*members: tuple[str, bytes]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


def far_cell(address: str) -> bytes:
    row = "".join(one for one in address if one.isdigit())
    cell = f'<row r="{row}"><c r="{address}"><v>1</v></c></row></sheetData>'.encode()
    return replaced(GOOD, SHEET, b"</sheetData>", cell)


def entity_bomb() -> bytes:
    lines = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 9))
    head = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "x">' + lines + b"]>"
    book = b"<workbook><sheets><sheet name='&a8;'/></sheets></workbook>"
    return zipped(
        ("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", head + book),
        ("xl/_rels/workbook.xml.rels", b"<Relationships/>"),
    )  # fmt: skip


def encrypted_member() -> bytes:
    data = bytearray(GOOD)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(mark, place + 4)
    return bytes(data)


def many_rows(count: int) -> bytes:
    rows = b"".join(
        b'<row r="%d"><c r="A%d"><v>%d</v></c></row>' % (n, n, n) for n in range(1, count + 1)
    )
    xml = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    )
    with ZipFile(BytesIO(GOOD)) as source:
        members = [(name, source.read(name)) for name in source.namelist() if name != SHEET]
    return zipped(*members, (SHEET, xml + rows + b"</sheetData></worksheet>"))


def doubled_member() -> bytes:
    packed = BytesIO(GOOD)
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(packed, "a") as archive:
        archive.writestr(SHEET, b"<x/>")
    return packed.getvalue()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "file_empty"),
    "blanks": (lambda: b" \r\n\t\n", "file_empty"),
    "only a mark": (lambda: b"\xef\xbb\xbf", "file_empty"),
    "zeros": (lambda: b"\x00" * 4096, "file_empty"),
    "blank workbook": (lambda: book_bytes([]), "file_empty"),
    "old xls": (lambda: OLE, "file_xls"),
    "xls called xlsx": (lambda: OLE + b"Workbook", "file_xls"),
    "password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "file_encrypted"),
    "member password": (encrypted_member, "file_encrypted"),
    "html as xls": (lambda: "<html><table><tr><td>村</td></tr></table>".encode(), "file_html"),
    "html with doctype": (lambda: b"\n <!DOCTYPE html><table></table>", "file_html"),
    "html with meta": (lambda: b"<meta charset=gbk><table></table>", "file_html"),
    "html with xml head": (lambda: b'<?xml version="1.0"?>\n<html></html>', "file_html"),
    "bare table": (lambda: b"<table><tr><td>1</td></tr></table>", "file_html"),
    "pdf": (lambda: b"%PDF-1.7\n" + b"x" * 99, "file_pdf"),
    "jpeg": (lambda: b"\xff\xd8\xff\xe0" + b"x" * 99, "file_picture"),
    "png": (lambda: b"\x89PNG\r\n\x1a\n" + b"x" * 99, "file_picture"),
    "rar": (lambda: b"Rar!\x1a\x07" + b"x" * 99, "file_archive"),
    "7z": (lambda: b"7z\xbc\xaf\x27\x1c" + b"x" * 99, "file_archive"),
    "gzip": (lambda: gzip.compress(b"a,b\n1,2"), "file_archive"),
    "rtf": (lambda: rb"{\rtf1 table}", "file_not_table"),
    "elf": (lambda: b"\x7fELF" + b"\x00\x01" * 400, "file_not_table"),
    "exe": (lambda: b"MZ\x90\x00" + b"\x00\x01" * 400, "file_not_table"),
    "zip of papers": (lambda: zipped(("a.txt", b"hello")), "file_not_table"),
    "empty zip": (lambda: zipped(), "file_not_table"),
    "word": (lambda: zipped(("[Content_Types].xml", b""), ("word/document.xml", b"")), "file_word"),
    "ods": (lambda: zipped(("mimetype", b""), ("content.xml", b"")), "file_ods"),
    "xlsb": (
        lambda: zipped(("[Content_Types].xml", b""), ("xl/workbook.bin", b"")), "file_xlsb"
    ),
    "macro": (lambda: with_member(GOOD, "xl/vbaProject.bin", b"x"), "file_macro"),
    "macro in capitals": (lambda: with_member(GOOD, "XL/VBAPROJECT.BIN", b"x"), "file_macro"),
    "macro sheet": (lambda: with_member(GOOD, "xl/macrosheets/sheet1.xml", b"x"), "file_macro"),
    "dialog sheet": (lambda: with_member(GOOD, "xl/dialogsheets/sheet1.xml", b"x"), "file_macro"),
    "activex": (lambda: with_member(GOOD, "xl/activeX/activeX1.bin", b"x"), "file_active"),
    "program": (lambda: with_member(GOOD, "xl/media/run.exe", b"MZ"), "file_active"),
    "script": (lambda: with_member(GOOD, "xl/run.vbs", b"x"), "file_active"),
    "external link": (
        lambda: with_member(GOOD, "xl/externalLinks/externalLink1.xml", b"<x/>"), "file_external"
    ),
    "nested zip": (lambda: with_member(GOOD, "xl/more.zip", zipped()), "file_nested"),
    "nested workbook": (lambda: with_member(GOOD, "xl/in.xlsx", GOOD), "file_nested"),
    "embedded object": (
        lambda: with_member(GOOD, "xl/embeddings/oleObject1.bin", b"x"), "file_nested"
    ),
    "way out": (lambda: with_member(GOOD, "../../etc/cron.d/x", b"x"), "file_nested"),
    "way out of windows": (lambda: with_member(GOOD, "..\\..\\x.dat", b"x"), "file_nested"),
    "from the root": (lambda: with_member(GOOD, "/etc/passwd", b"x"), "file_nested"),
    "zip bomb": (lambda: with_member(GOOD, "xl/media/a.bin", b"\x00" * 60_000_000), "file_bomb"),
    "large beyond ratio": (
        lambda: with_member(GOOD, "xl/media/a.bin", b"\x00" * 101_000_000), "file_bomb"
    ),
    "many members": (
        lambda: zipped(
            ("[Content_Types].xml", b""), *((f"xl/m{n}.xml", b"") for n in range(300))
        ),
        "file_bomb",
    ),
    "member twice": (doubled_member, "file_damaged"),
    "entity bomb": (entity_bomb, "file_damaged"),
    "cut off": (lambda: GOOD[: len(GOOD) // 2], "file_damaged"),
    "only the head": (lambda: GOOD[:40], "file_damaged"),
    "no directory": (lambda: GOOD[:-22], "file_damaged"),
    "no rels": (
        lambda: zipped(("[Content_Types].xml", b""), ("xl/workbook.xml", b"<workbook/>")),
        "file_damaged",
    ),
    "workbook no xml": (
        lambda: replaced(GOOD, "xl/workbook.xml", b"<workbook", b"<<workbook"), "file_damaged"
    ),
    "too long": (lambda: many_rows(20_101), "file_too_long"),
    "long text": (lambda: b"a,b\n" * 20_200, "file_too_long"),
    "too large": (lambda: b"a" * (DEFAULT.size + 1), "file_too_large"),
    "field too long": (lambda: b'a,"' + b"x" * 200_000 + b'"\n', "file_damaged"),
    "no encoding": (lambda: b"\xff\x80\xff,\x81\n\xfd\xff\x80", "file_encoding"),
    "broken utf-16": (lambda: b"\xff\xfe\x00\xd8\x41", "file_encoding"),
    "binary text": (lambda: b"name,\x00\x01\x02 value\n", "file_not_table"),
}  # fmt: skip
HARMLESS = {
    "cell at the far corner": lambda: far_cell("XFD1048576"),
    "cell in the last row": lambda: far_cell("A1048576"),
    "cell in the last column": lambda: far_cell("XFD3"),
    "false dimension": lambda: replaced(GOOD, SHEET, b'ref="A1:C2"', b'ref="A1:XFD1048576"'),
    "utf-8 with mark": lambda: "乡镇,村名\n东关街道,李庄村\n".encode("utf-8-sig"),
    "utf-16": lambda: "乡镇\t村名\n东关街道\t李庄村\n".encode("utf-16"),
    "gb18030": lambda: "乡镇,村名\n东关街道,李庄村\n".encode("gb18030"),
    "semicolons": lambda: "乡镇;村名\n东关街道;李庄村\n".encode(),
    "formula in text": lambda: '乡镇,村名\n"=cmd|calc",李庄村\n'.encode(),
    "stored, not packed": lambda: _stored(GOOD),
}  # fmt: skip


def _stored(data: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(packed, "w", ZIP_STORED) as target:
        for member in source.namelist():
            target.writestr(member, source.read(member))
    return packed.getvalue()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    make, code = HOSTILE[name]
    path = tmp_path / "sent.xlsx"
    path.write_bytes(make())

    started = time.monotonic()
    with pytest.raises(DomainError) as refused:
        read_book(path)

    assert refused.value.code == code
    assert refused.value.message
    assert refused.value.hint
    assert time.monotonic() - started < 15


@pytest.mark.parametrize("name", HARMLESS)
def test_odd_but_harmless_file_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / "sent"
    path.write_bytes(HARMLESS[name]())

    started = time.monotonic()
    book = read_book(path)

    assert book.sheets[0].rows[0][:2] == ["乡镇", "村名"]
    assert time.monotonic() - started < 5


def test_every_refusal_has_words_and_a_way_out() -> None:
    assert all(what.endswith("。") and hint.endswith("。") for what, hint in REFUSALS.values())


def test_corpus_is_as_large_as_promised() -> None:
    assert len(HOSTILE) + len(HARMLESS) >= 60


def mutated(data: bytes, rng: Random) -> bytes:
    """Flipped bytes, a cut, a doubled or a swapped stretch."""
    changed = bytearray(data)
    match rng.randrange(4):
        case 0:
            for _ in range(rng.randint(1, 40)):
                changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
        case 1:
            del changed[rng.randrange(len(changed)) :]
        case 2:
            start = rng.randrange(len(changed))
            changed[start:start] = changed[start : start + rng.randint(1, 400)]
        case _:
            first, second = sorted(rng.sample(range(len(changed)), 2))
            changed[first:second] = changed[first:second][::-1]
    return bytes(changed)


@pytest.mark.parametrize("source", ["villages.xlsx", "villages_gb18030.csv", "cases.xlsx"])
def test_mutations_are_read_or_refused_and_nothing_else(source: str, tmp_path: Path) -> None:
    data = (DATA / source).read_bytes()
    rng = Random(source)
    outcomes = {"read": 0, "refused": 0}

    for number in range(MUTATIONS // 3 + 1):
        sent = mutated(data, rng)
        try:
            child.tables(sent, DEFAULT)
            outcomes["read"] += 1
        except RefusedError as refused:
            assert refused.code in REFUSALS
            outcomes["refused"] += 1
        if number % 20 == 0:
            _sent_to_the_child(sent, tmp_path / f"{number}")

    assert sum(outcomes.values()) == MUTATIONS // 3 + 1


def _sent_to_the_child(sent: bytes, path: Path) -> None:
    path.write_bytes(sent)
    try:
        read_book(path)
    except DomainError as refused:
        assert refused.message

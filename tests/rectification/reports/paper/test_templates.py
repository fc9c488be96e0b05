"""Templates that staff edit: what is taken, what is refused and where."""

import io
import re
from collections.abc import Callable
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from rectification.reports.render.checking import check_template
from rectification.reports.render.docx import docx_bytes
from rectification.reports.render.sandbox import Closed, foreign
from tests.rectification.reports.paper.contents import TEMPLATE, snapshot
from villages.common.errors import DomainError

MOST = 2 * 2**20


def edited(change: Callable[[Any], Any]) -> bytes:
    """The shipped template after a change in Word."""
    document = Document(io.BytesIO(TEMPLATE))
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_parts(**parts: bytes) -> bytes:
    """The shipped template with further or other parts; / is written as __."""
    with ZipFile(io.BytesIO(TEMPLATE)) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, part in {**whole, **_named(parts)}.items():
            archive.writestr(name, part)
    return stream.getvalue()


def _named(parts: dict[str, bytes]) -> dict[str, bytes]:
    return {name.replace("__", "/").replace("_dot_", "."): part for name, part in parts.items()}


def replaced(part: str, old: str, new: str) -> bytes:
    """The shipped template with other XML in a part."""
    with ZipFile(io.BytesIO(TEMPLATE)) as archive:
        xml = archive.read(part).decode()
    assert old in xml
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(TEMPLATE)) as archive, ZipFile(stream, "w", ZIP_DEFLATED) as out:
        for name in archive.namelist():
            content = xml.replace(old, new, 1).encode() if name == part else archive.read(name)
            out.writestr(name, content)
    return stream.getvalue()


def refused(content: bytes, most: int = MOST) -> DomainError:
    """How a template is refused."""
    with pytest.raises(DomainError) as found:
        check_template(content, most, snapshot())
    return found.value


def test_the_shipped_template_is_taken() -> None:
    check_template(TEMPLATE, MOST, snapshot())


def test_a_changed_layout_is_taken_and_drawn() -> None:
    def change(document: Any) -> None:
        document.paragraphs[1].runs[0].text = "{{ organ }}简报"
        document.add_paragraph("存档：{{ county }}第{{ version }}版 {{ as_of }}")
        document.sections[0].header.paragraphs[0].text = "{{ code }}"

    own = edited(change)
    check_template(own, MOST, snapshot())
    document = Document(io.BytesIO(docx_bytes(snapshot(), own)))

    texts = [one.text for one in document.paragraphs]
    assert texts[1] == "中共示例县委组织部简报"
    assert texts[-1] == "存档：示例县第1版 2026-10-31"
    assert document.sections[0].header.paragraphs[0].text == "7K2M9Q"


def test_a_placeholder_that_word_split_into_runs_is_one() -> None:
    def change(document: Any) -> None:
        paragraph = document.paragraphs[3]
        paragraph.runs[0].text = "{{ ti"
        paragraph.add_run("tle }}")

    own = edited(change)
    check_template(own, MOST, snapshot())

    texts = [one.text for one in Document(io.BytesIO(docx_bytes(snapshot(), own))).paragraphs]
    assert "2026年10月村级党建督导月调度通报" in texts


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("{{ 密码 }}", "密码"),
        ("{{ organ.__class__.__mro__ }}", "Getattr"),
        ("{{ organ['x'] }}", "Getitem"),
        ("{{ organ() }}", "Call"),
        ("{{ organ|upper }}", "Filter"),
        ("{{ 7*7 }}", "Mul"),
        ("{{ 'x'*999999999 }}", "Mul"),
        ("{{ organ if organ else title }}", "CondExpr"),
        ("{{ cycler.__init__.__globals__ }}", "Getattr"),
        ("{% for x in organ %}{% endfor %}", "{%"),
        ("{%p if organ %}", "{%"),
        ("{% include 'x' %}", "{%"),
        ("{# x #}", "{#"),
        ("{{r organ }}", "{{r "),
        ("{{ organ", "unexpected end"),
    ],
)
def test_anything_but_a_name_is_refused_with_its_paragraph(text: str, word: str) -> None:
    error = refused(edited(lambda document: document.add_paragraph(text)))

    assert error.code == "template_word"
    assert word in str(error)
    assert "正文第 12 段" in str(error)


def test_placeholders_outside_of_text_are_refused() -> None:
    document = replaced(
        "word/document.xml", "<w:body>",
        '<w:body><w:p><w:bookmarkStart w:id="1" w:name="{{ organ.x }}"/></w:p>',
    )  # fmt: skip

    assert refused(document).code == "template_word"


def test_statements_that_stretch_over_paragraphs_are_refused() -> None:
    def change(document: Any) -> None:
        document.add_paragraph("{{ organ")
        document.add_paragraph(".x }}")

    assert refused(edited(change)).code == "template_word"


def test_properties_hold_no_placeholders() -> None:
    def change(document: Any) -> None:
        document.core_properties.title = "{{ organ.__class__ }}"

    assert refused(edited(change)).code == "template_word"


def test_blocks_stand_alone_and_once() -> None:
    def table(document: Any) -> None:
        document.add_table(1, 1).cell(0, 0).text = "{{ imprint }}"

    inside = refused(edited(lambda document: document.add_paragraph("见 {{ imprint }}")))
    celled = refused(edited(table))
    twice = refused(edited(lambda document: document.add_paragraph("{{ imprint }}")))

    assert [one.code for one in (inside, celled, twice)] == ["template_block"] * 3


def test_what_a_report_needs_must_be_there() -> None:
    def change(document: Any) -> None:
        document.paragraphs[5].runs[0].text = ""

    error = refused(edited(change))

    assert (error.code, "{{ body }}" in str(error)) == ("template_missing", True)


@pytest.mark.parametrize("code", ["DDEAUTO cmd", "INCLUDETEXT http://x", "PAGE DDE x"])
def test_fields_only_count_pages(code: str) -> None:
    xml = replaced("word/document.xml", "<w:body>", (
        f'<w:body><w:p><w:r><w:instrText>{code[:4]}</w:instrText></w:r>'
        f"<w:r><w:instrText>{code[4:]}</w:instrText></w:r></w:p>"
    ))  # fmt: skip

    assert refused(xml).code == "template_field"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "template_broken"),
        (b"PK\x03\x04 broken", "template_broken"),
        (TEMPLATE[:-100], "template_broken"),
        (b"x" * (MOST + 1), "template_large"),
        (with_parts(word__vbaProject_dot_bin=b"x"), "template_active"),
        (with_parts(word__embeddings__a_dot_bin=b"x"), "template_part"),
        (with_parts(word__media__a_dot_png=b"<svg/>"), "template_part"),
        (with_parts(word__media__a_dot_svg=b"<svg/>"), "template_part"),
        (with_parts(word__header9_dot_xml=b"<a"), "template_broken"),
        (with_parts(word__header9_dot_xml=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
         "template_active"),
    ],
)  # fmt: skip
def test_packages_that_are_no_plain_document_are_refused(content: bytes, code: str) -> None:
    assert refused(content).code == code


def test_links_to_the_outside_are_refused() -> None:
    outside = replaced(
        "word/_rels/document.xml.rels", "</Relationships>",
        '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/image" Target="http://evil.example/a.png" TargetMode="External"/>'
        "</Relationships>",
    )  # fmt: skip

    assert refused(outside).code == "template_external"


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 30_000_000)

    assert refused(stream.getvalue()).code == "template_swells"


def test_a_template_without_page_is_refused() -> None:
    with ZipFile(io.BytesIO(TEMPLATE)) as archive:
        xml = archive.read("word/document.xml").decode()
    margins = re.search(r"<w:pgMar [^>]*/>", xml)
    assert margins is not None

    assert refused(replaced("word/document.xml", margins[0], "")).code == "template_page"


@given(st.text(st.sampled_from("{}%#|. ()[]'organ_\"*+1"), max_size=24))
def test_what_passes_can_only_say_words(text: str) -> None:
    if not foreign(text):
        said = Closed().from_string(text).render(organ="机关", title="题", body="文")
        assert "object" not in said
        assert len(said) < 40

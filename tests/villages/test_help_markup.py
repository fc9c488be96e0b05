"""The files of help pages and what becomes of their Markdown."""

import re
from datetime import date

import pytest

from villages.help import front_matter, markup, pages

HEAD = "---\ntitle: 题\nsummary: 要\ngroup: start\norder: 1\nroles: [all]\nkind: reference\n---\n"


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("没有头", "must begin with a head"),
        ("---\ntitle: 没有结束", "must begin with a head"),
        ("---\ntitle\n---\n", "has no colon"),
        ("---\ntitle: 题\n---\n", "lacks summary, group, order, roles, kind"),
        (HEAD.replace("group: start", "group: other"), "unknown group"),
        (HEAD.replace("[all]", "[all, kings]"), "unknown roles kings"),
    ],
)
def test_a_broken_head_is_named(source, complaint):
    with pytest.raises(ValueError, match=f"broken.*{complaint}"):
        pages.read("broken", source)


def test_a_head_may_hold_one_word_without_brackets():
    assert front_matter.words("home") == ("home",)
    assert front_matter.words("[home, menu]") == ("home", "menu")
    assert front_matter.words("") == ()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[点](javascript:alert(1))",
        '<a href="https://a.example" onclick="alert(1)">点</a>',
        '<p style="position:fixed">字</p>',
        "![图](https://a.example/x.png)",
        "## 字 {: onclick=alert(1) }",
    ],
)
def test_only_the_allow_list_survives(text):
    html = markup.render(text).html

    assert not re.search(r"<script|javascript:|onclick|style=|<img", html)


def test_the_value_of_a_parameter_is_escaped(monkeypatch):
    monkeypatch.setattr(markup, "_in_force", lambda *rest: "<b>")

    html = markup.filled(
        markup.render("等 {value:some.key=5} 分钟").html, county="", on=date(2026, 11, 3)
    )

    assert "等 &lt;b&gt; 分钟" in html


def test_a_number_that_is_no_parameter_shows_its_default():
    html = markup.filled(
        markup.render("等 {value:no.such=5} 分钟").html, county="", on=date(2026, 11, 3)
    )

    assert "等 5 分钟" in html


def test_a_page_that_is_not_installed_is_plain_words():
    html = markup.render("打开 {page:nowhere:at_all|某页} 看").html

    assert html == "<p>打开 某页 看</p>"


def test_a_table_can_be_reached_and_scrolled_by_keyboard():
    html = markup.render("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |").html

    assert '<div class="help-table" role="region" tabindex="0" aria-label="表 1"><table>' in html

"""Components and filters that every template relies on."""

import re
from datetime import date
from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string


def rendered(source: str, **values: Any) -> str:
    return Template("{% load i18n portal %}" + source).render(Context(values))


def without_spaces(html: str) -> str:
    return re.sub(r"\s+", " ", html)


class Sample(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="村名", help_text="填写全称")
    income = forms.DecimalField(label="经营性收入", required=False)
    way = forms.ChoiceField(label="配备方式", choices=[("a", "回请")], widget=forms.RadioSelect)
    checked = forms.BooleanField(label="我已核对")


def test_form_ties_label_hint_and_error_to_the_input() -> None:
    html = render_to_string("components/form.html", {"form": Sample({}), "submit_label": "保存"})

    assert 'for="id_name"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html


def test_error_summary_links_to_inputs_and_names_them() -> None:
    html = render_to_string("components/error_summary.html", {"form": Sample({})})

    assert 'href="#id_name"' in html
    assert 'href="#id_way_0"' in html
    assert "村名:" in html


def test_error_summary_is_silent_without_errors() -> None:
    html = render_to_string("components/error_summary.html", {"form": Sample()})

    assert html.strip() == ""


def test_what_was_typed_stays_even_if_it_is_no_number() -> None:
    html = rendered("{% widget form.income %}", form=Sample({"income": "3.5万"}))

    assert 'value="3.5万"' in html
    assert 'type="text"' in html


@pytest.mark.parametrize(
    ("level", "word"),
    [("red", "红色预警"), ("yellow", "黄色预警"), ("green", "绿色正常"), ("grey", "未评")],
)
def test_light_has_a_word_and_a_shape(level: str, word: str) -> None:
    html = render_to_string("components/level_badge.html", {"level": level})

    assert word in html
    assert "<svg" in html


def test_light_says_which_month_it_is() -> None:
    html = render_to_string("components/level_badge.html", {"level": "red", "months": 2})

    assert "红色预警(第 2 个月)" in without_spaces(html)


def test_table_region_is_named_and_focusable() -> None:
    html = rendered('{% table_region "村列表" %}<table></table>{% end_table_region %}')

    assert 'role="region" aria-label="村列表" tabindex="0"' in html
    assert "<table></table>" in html


def test_card_escapes_its_title_but_not_its_content() -> None:
    html = rendered("{% card title %}<p>{{ text }}</p>{% end_card %}", title="<b>", text="<i>")

    assert "&lt;b&gt;" in html
    assert "<p>&lt;i&gt;</p>" in html


@pytest.mark.parametrize(
    ("source", "value", "shown"),
    [
        ("{{ v|yuan }}", 123450, "1,234.50"),
        ("{{ v|wan }}", 12500000, "12.50"),
        ("{{ v|yuan }}", None, "—"),
        ("{{ v|percent }}", None, "—"),
        ("{{ v|dash }}", 0, "0"),
        ("{{ v|dash }}", None, "—"),
        ("{{ v|period_label }}", "2026-10", "2026年10月"),
        ("{{ v|period_label }}", 202610, "2026年10月"),
        ("{{ v|period_label }}", "不是期间", "不是期间"),
        ("{{ v|mask_phone }}", "13812345678", "138****5678"),
        ("{{ v|html_lang }}", "zh-hans", "zh-CN"),
    ],
)
def test_figures_read_as_people_write_them(source: str, value: Any, shown: str) -> None:
    assert rendered(source, v=value) == shown


@pytest.mark.parametrize(
    ("day", "words", "tone"),
    [(3, "今天截止", "waiting"), (9, "还有 6 天", "plain"), (1, "已超期 2 天", "bad")],
)
def test_deadline_says_how_many_days_are_left(day: int, words: str, tone: str) -> None:
    values = {"due": date(2026, 11, day), "today": date(2026, 11, 3)}

    assert words in rendered("{{ due|due_words:today }}", **values)
    assert rendered("{{ due|due_tone:today }}", **values) == tone

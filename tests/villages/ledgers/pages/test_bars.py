"""Bars of a chart: measured on the server, the number always in words."""

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from villages.templatetags.portal_charts import bar_rows


def _bars(rows, **more) -> str:
    return render_to_string("components/bars.html", {"rows": rows, "title": "按类型", **more})


@pytest.mark.parametrize(
    ("value", "width"),
    [(None, None), (0, "0"), (-3, "0"), (200, "100.00"), (50, "25.00"), (0.1, "0.50")],
)
def test_width_is_the_share_of_the_largest(value, width):
    assert bar_rows([("大", 200, ""), ("这", value, "")])[1].width == width


@given(st.lists(st.integers(0, 10**14), min_size=1, max_size=30))
def test_bars_keep_the_order_of_their_values(values):
    widths = [
        float(bar.width) for bar in bar_rows([(str(n), one, "") for n, one in enumerate(values)])
    ]

    pairs = sorted(zip(values, widths, strict=True))
    assert [width for _value, width in pairs] == sorted(widths)
    assert max(widths) == (100 if max(values) else 0)


def test_number_unit_base_and_link_are_in_words():
    html = _bars(
        [("支部", 1200, "", "?kind=branch"), ("总支", None, "")], unit="个", note="按 9 条"
    )

    assert "1,200" in html
    assert '<a href="?kind=branch">支部</a>' in html
    assert "—" in html
    assert "(个)" in html
    assert "按 9 条" in html
    assert html.count("<svg") == 1
    assert " style=" not in html


def test_nothing_is_shown_without_rows():
    assert _bars([]).strip() == ""

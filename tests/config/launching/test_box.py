"""What is told by the preparation and printed to the user."""

import json

import pytest

from config.launching import box, facts


def test_facts_are_the_last_line():
    told = {"demo": True, "today": "2026-11-03", "accounts": [["county", "县委组织部"]]}

    found = facts.parse("noise\n" + json.dumps({**told, "password": "p"}) + "\n")

    assert found == facts.Facts(True, "2026-11-03", (("county", "县委组织部"),), "p")


@pytest.mark.parametrize("output", ["", "done", "[]", "null"])
def test_output_without_facts_is_an_error(output):
    with pytest.raises(ValueError):
        facts.parse(output)


def test_the_box_is_straight_with_chinese_text():
    text = box.welcome(
        "http://127.0.0.1:8000",
        facts.Facts(True, "2026-11-03", (("county", "县委组织部"), ("api", "接口")), "pass-1"),
    )

    assert len({box.width(line) for line in text.splitlines()}) == 1
    for part in ("http://127.0.0.1:8000", "county", "县委组织部", "pass-1", "2026-11-03"):
        assert part in text


def test_without_a_demo_only_the_address_is_printed():
    text = box.welcome("http://127.0.0.1:8000", facts.Facts())

    assert "账号" not in text
    assert "密码" not in text

"""Which names a page may carry, told from what is written."""

from pathlib import Path

import pytest

from config.page_words import PageWords, texts

TEXT = """<b class="btn col-md-6 w-1/2 {% if x %}is-open{% endif %} tone-{{ tone }}" data-kind>
name = f"level-{level}"; other = "side-" + side; day = "%m-%d"; line = "data-" + key"""


@pytest.mark.parametrize(
    "name", ["btn", "col-md-6", "w-1/2", "is-open", "data-kind", "tone-green", "level-1", "side-a"]
)
def test_a_written_name_may_occur(name: str) -> None:
    assert PageWords([TEXT])(name)


@pytest.mark.parametrize(
    "name", ["bt", "btn-sm", "col-md", "w-1/3", "m-0", "data-other", "tonegreen"]
)
def test_a_name_nobody_wrote_may_not(name: str) -> None:
    assert not PageWords([TEXT])(name)


def test_scripts_that_pages_load_are_told() -> None:
    assert PageWords(["{% static 'vendor/tabler.min.js' %}"]).scripts == {"tabler.min.js"}


def test_own_sources_are_read_and_nothing_else(tmp_path: Path) -> None:
    for name in (
        "app/__init__.py", "app/deep/views.py", "templates/a/page.html", "static/css/own.css",
        "static/vendor/other.css", "tests/__init__.py", "data/export.html", "app/picture.png",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")

    assert sorted(texts(tmp_path)) == [
        "app/__init__.py", "app/deep/views.py", "static/css/own.css", "templates/a/page.html"
    ]  # fmt: skip

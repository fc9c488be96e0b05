"""The style sheet and the script of the browser, made of small files."""

import re

from django.contrib.staticfiles import finders

from config import bundles


def test_bundles_hold_every_small_file_in_order() -> None:
    for path in bundles.BUNDLES:
        found = finders.find(path)
        assert found
        with open(found, encoding="utf-8") as file:
            assert file.read() == bundles.content(path)


def test_styles_use_nothing_the_oldest_supported_browsers_lack() -> None:
    styles = re.sub(r"/\*.*?\*/", "", bundles.content("css/portal.css"), flags=re.DOTALL)
    newer = re.compile(r":has\(|@container|@layer|color-mix\(|oklch\(|light-dark\(|\binset:|&")

    assert not newer.findall(styles)


def test_scripts_use_nothing_the_oldest_supported_browsers_lack() -> None:
    newer = re.compile(r"\?\?|\?\.|\bawait\b|\beval\(|innerHTML|\.replaceAll\(|\.at\(")

    assert not newer.findall(bundles.content("js/portal.js"))

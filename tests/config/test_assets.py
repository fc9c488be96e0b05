"""Browser files: pinned, without addresses, copied with licences, never half."""

import json
import re
import xml.etree.ElementTree as ET

import pytest

from config import assets

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n'
    '  <path stroke="none" d="M0 0h24v24H0z" fill="none" />\n  <path d="M5 12" />\n</svg>'
)

CONTENT = "a{b:c}.no-page-has-this{b:c}\n/*# sourceMappingURL=x.css.map */\n"


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A source folder, a work folder as npm leaves it, and where files are served from."""
    for name in ("SOURCE", "WORK"):
        monkeypatch.setattr(assets, name, tmp_path / name.lower())
        (tmp_path / name.lower()).mkdir()
    monkeypatch.setattr(assets, "MODULES", tmp_path / "work" / "node_modules")
    monkeypatch.setattr(assets, "VENDOR", tmp_path / "source" / "vendor")
    monkeypatch.setattr(assets, "ICONS", ["home", "flag-filled"])
    for name in assets.MANIFESTS:
        (tmp_path / "source" / name).write_text(name)
    return tmp_path


def fill_modules(names=("outline/home", "filled/flag")):
    for source in {**assets.FILES, **assets.TEST_FILES}.values():
        path = assets.MODULES / source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CONTENT)
    for package in assets.LICENSED:
        folder = assets.MODULES / package
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text(json.dumps({"version": "1.0", "license": "MIT"}))
        (folder / "LICENSE").write_text(f"licence of {package}")
    for name in names:
        path = assets.MODULES / "@tabler" / "icons" / "icons" / f"{name}.svg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(DRAWING)


def test_versions_are_exact_and_the_lock_has_hashes_without_addresses():
    wanted = json.loads((assets.SOURCE / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((assets.SOURCE / "package-lock.json").read_text(encoding="utf-8"))
    pins = {**wanted["dependencies"], **wanted["devDependencies"]}

    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in pins.values())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())
    assert not any("resolved" in entry for entry in packages.values())
    assert {name: packages[f"node_modules/{name}"]["version"] for name in pins} == pins


def test_every_icon_is_listed_once_in_order():
    assert sorted(set(assets.ICONS)) == assets.ICONS


def test_files_are_served_with_licences_and_without_source_maps(tree, monkeypatch):
    monkeypatch.setattr(assets, "_fetch", fill_modules)

    assert assets.main() == 0

    served = {path.name for path in assets.VENDOR.iterdir()}
    assert served == {*assets.FILES, "icons.svg", "LICENSES", ".sha256", ".names"}
    assert "sourceMappingURL" not in (assets.VENDOR / "tabler.min.css").read_text()
    assert (assets.VENDOR / "LICENSES" / "tabler-core-LICENSE").exists()
    assert (assets.WORK / "axe.min.js").exists()


def test_only_rules_pages_can_use_are_served(tree, monkeypatch):
    monkeypatch.setattr(assets, "_fetch", fill_modules)

    assets.main()

    assert (assets.VENDOR / "tabler.min.css").read_text() == "a{b:c}"
    assert "no-page-has-this" in (assets.VENDOR / "tabler.min.js").read_text()


def test_a_page_that_uses_a_new_name_needs_no_network(tree, monkeypatch):
    monkeypatch.setattr(assets, "_fetch", fill_modules)
    assets.main()
    monkeypatch.setattr(assets, "_fetch", lambda: pytest.fail("fetched again"))
    monkeypatch.setattr(assets, "page_words", lambda: {"no-page-has-this"}.__contains__)

    assert assets.main() == 0

    assert "no-page-has-this" in (assets.VENDOR / "tabler.min.css").read_text()


def test_a_style_sheet_nobody_can_read_is_served_whole(tree, monkeypatch, capsys):
    monkeypatch.setattr(assets, "_fetch", fill_modules)
    monkeypatch.setattr(f"{__name__}.CONTENT", ".no-page-has-this{b:c}}")

    assert assets.main() == 0

    assert (assets.VENDOR / "tabler.min.css").read_text() == ".no-page-has-this{b:c}}"
    assert "无法精简，按原样使用" in capsys.readouterr().err


def test_a_second_run_does_nothing(tree, monkeypatch):
    monkeypatch.setattr(assets, "_fetch", fill_modules)
    assets.main()
    monkeypatch.setattr(assets, "_build", lambda: pytest.fail("built again"))

    assert assets.main() == 0


def test_a_new_icon_needs_no_network(tree, monkeypatch):
    monkeypatch.setattr(assets, "_fetch", fill_modules)
    assets.main()
    monkeypatch.setattr(assets, "_fetch", lambda: pytest.fail("fetched again"))
    monkeypatch.setattr(assets, "served_digest", lambda known: "changed")

    assert assets.main() == 0


def test_a_failed_build_leaves_the_served_files_as_they_were(tree, monkeypatch, capsys):
    monkeypatch.setattr(assets, "_fetch", fill_modules)
    assets.main()
    monkeypatch.setattr(assets, "ICONS", ["home", "no-such-icon"])
    monkeypatch.setattr(assets, "served_digest", lambda known: "changed")

    assert assets.main() == 1

    assert "no-such-icon" in capsys.readouterr().err
    assert (assets.VENDOR / "icons.svg").exists()


def test_the_sprite_is_well_formed_and_keeps_only_the_drawing(tree):
    fill_modules()

    root = ET.fromstring(assets.sprite(["home", "flag-filled", "home"]))

    space = "{http://www.w3.org/2000/svg}"
    symbols = root.findall(f"{space}symbol")
    assert [one.get("id") for one in symbols] == ["flag-filled", "home"]
    assert [one.get("fill") for one in symbols] == ["currentColor", "none"]
    assert all(len(one) == 1 for one in symbols)


@pytest.mark.parametrize(
    ("found", "major", "wheel"),
    [("/usr/bin/npm", 20, False), ("/usr/bin/npm", 18, True), (None, 0, True)],
)
def test_an_old_or_missing_npm_gives_way_to_the_wheel(monkeypatch, found, major, wheel):
    monkeypatch.setattr(assets.shutil, "which", lambda name: found)
    monkeypatch.setattr(assets, "_node_major", lambda: major)

    command = assets.npm()

    assert (assets.WHEEL_NPM in command) is wheel


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("npm error code ENOTFOUND", "连不上 npm 软件源"),
        ("npm error code EAI_AGAIN", "连不上 npm 软件源"),
        ("npm error code ENOSPC", "磁盘空间不足"),
        ("npm error code EACCES", "不可写"),
        ("npm error code EINTEGRITY", "校验值不符"),
        ("npm error odd", "npm 没有完成安装"),
    ],
)
def test_a_failure_is_told_by_its_cause(output, words):
    assert words in assets._cause(output)

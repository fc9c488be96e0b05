"""Loads counties, townships and villages from a list of administrative divisions."""

import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from villages.accounts.actors import COMMAND_LINE
from villages.common.codes import Level
from villages.common.errors import DomainError
from villages.db import bulk
from villages.divisions.loader import LoadResult, load_divisions
from villages.divisions.voicing import add_pinyin

NAMES = {Level.COUNTY: _("县"), Level.TOWNSHIP: _("乡镇"), Level.VILLAGE: _("村")}
_FIGURES = ("read", "created", "renamed", "missing")
_WIDTH = 24


class Bar:
    """A progress bar on stderr, drawn at most ten times a second and only for a terminal."""

    def __init__(self, label: str, *, shown: bool) -> None:
        self.label = label
        self.shown = shown
        self._drawn_at = 0.0

    def __call__(self, level: Level, done: int, share: float) -> None:
        if not self.shown or (share < 1 and time.monotonic() - self._drawn_at < 0.1):
            return
        self._drawn_at = time.monotonic()
        full = round(_WIDTH * share)
        bar = "█" * full + "░" * (_WIDTH - full)
        end = "\n" if share >= 1 else ""
        print(f"\r{self.label} {NAMES[level]} {bar} {done:,}", end=end, file=sys.stderr, flush=True)


class Command(BaseCommand):
    """manage.py load_divisions FOLDER [--county CODE] [--with-pinyin | --without-pinyin]"""

    help = "导入区划名录:新单位加入,改名的保留曾用名;重复导入不会改变任何数据。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder and what to take from it."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--county", default="", metavar="CODE", help="只导入这个县(6 位代码)")
        pinyin = parser.add_mutually_exclusive_group()
        pinyin.add_argument("--with-pinyin", dest="pinyin", action="store_true", default=True)
        pinyin.add_argument("--without-pinyin", dest="pinyin", action="store_false")

    def handle(self, *args: Any, **options: Any) -> None:
        """Territory rows first, in one transaction; pinyin in a second pass."""
        county, shown = options["county"], sys.stderr.isatty()
        bulk.save_memory()
        try:
            result = load_divisions(
                folder=options["folder"],
                by=COMMAND_LINE,
                county=county,
                progress=Bar(_("导入"), shown=shown),
            )
        except DomainError as error:
            raise CommandError(str(error)) from error
        self._report(result)
        if options["pinyin"]:
            read = add_pinyin(county=county, progress=Bar(_("拼音"), shown=shown))
            self.stdout.write(_("拼音:%s 个单位") % f"{read:,}")

    def _report(self, result: LoadResult) -> None:
        line = _("%(level)s:读入 %(read)s,新增 %(created)s,改名 %(renamed)s,名录未列 %(missing)s")
        for level, one in result.tallies.items():
            figures = {name: f"{getattr(one, name):,}" for name in _FIGURES}
            self.stdout.write(line % {"level": NAMES[level], **figures})

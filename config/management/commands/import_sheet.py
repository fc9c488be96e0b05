"""Brings in a sheet from the shell: the same reading, checks and record as on the page."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError
from villages.imports.declaring import SheetKind, sheet_kinds
from villages.imports.from_shell import Answer, Order, bring_in

_REFUSED = 2


class Command(BaseCommand):
    """manage.py import_sheet KIND FILE [--county] [--period] [--dry-run] [--good-rows] [--json]"""

    help = "导入一张表:先核对,没有错误才写入;有错误时一行也不写,除非加 --good-rows。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which sheet, for where and when, and how strictly."""
        parser.add_argument("kind", help=f"表类:{'、'.join(sorted(sheet_kinds()))}")
        parser.add_argument("file", type=Path, help=".xlsx 或 .csv 文件")
        parser.add_argument("--county", default="", metavar="CODE", help="县的 6 位代码")
        parser.add_argument("--period", default="", metavar="P", help="月份,如 2026-10")
        parser.add_argument("--dry-run", action="store_true", help="只核对,不写入")
        parser.add_argument("--good-rows", action="store_true", help="有错误时只写入正确的行")
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 without errors (or with the good rows saved), 2 with errors."""
        order = Order(
            by=COMMAND_LINE,
            kind=self._kind(options["kind"]),
            path=options["file"],
            county=options["county"],
            period=options["period"],
            dry_run=options["dry_run"],
            good_rows_only=options["good_rows"],
        )
        answer = self._answer(order)
        write = self._as_json if options["json"] else self._in_words
        write(answer)
        if answer.errors and not answer.saved:
            raise SystemExit(_REFUSED)

    def _kind(self, key: str) -> SheetKind:
        kind = sheet_kinds().get(key)
        if kind is None:
            known = "、".join(sorted(sheet_kinds()))
            words = _("没有“%(key)s”这类表。可选:%(known)s。") % {"key": key, "known": known}
            raise CommandError(words, returncode=_REFUSED)
        return kind

    def _answer(self, order: Order) -> Answer:
        try:
            return bring_in(order)
        except DomainError as error:
            if error.code in {"county_unclear", "period_invalid"}:
                raise CommandError(str(error), returncode=_REFUSED) from error
            return Answer.refused(order, error)

    def _as_json(self, answer: Answer) -> None:
        self.stdout.write(json.dumps(answer.json(), ensure_ascii=False, indent=1))

    def _in_words(self, answer: Answer) -> None:
        for line in _lines(answer):
            self.stdout.write(line)


def _lines(answer: Answer) -> Iterator[str]:
    counts = answer.json()
    yield _("读到 %(rows)s 行:新增 %(created)s,更新 %(updated)s,未变 %(unchanged)s") % counts
    for one in answer.errors:
        place = f"{one['sheet']} {one['column']}{one['row'] or ''}".strip()
        shown = f"“{one['value']}” " if one["value"] else ""
        yield _("错误 %(place)s:%(what)s") % {"place": place, "what": f"{shown}{one['message']}"}
    for one in answer.questions:
        place = f"{one['sheet']} {one['column']}{one['row'] or ''}".strip()
        yield _("请核对 %(place)s:%(what)s") % {"place": place, "what": one["message"]}
    yield _("修正了 %s 处写法") % len(answer.repairs)
    yield _("已写入,回执号 %s") % answer.receipt if answer.saved else _("没有写入")

"""`manage.py replay_warnings`: judges stored months again and tells what differs."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from config.management.county import add_county_option, county_or_exit
from rectification.warnings.figures.receipts import receipts, stored_months
from rectification.warnings.figures.replays import Replay, replay_all
from villages.common.errors import DomainError
from villages.common.periods import parse_month
from villages.common.scope import Scope

_SHOWN = 50


class Command(BaseCommand):
    """manage.py replay_warnings [--county CODE] [--from M] [--to M] [--json]"""

    help = "用保存的依据重新评估各月颜色,列出与当时结果不同的村;不改动任何数据。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The months, the county where there are several, and how to answer."""
        add_county_option(parser)
        parser.add_argument("--from", dest="first", default="", help="起始月份,默认最早的月份")
        parser.add_argument("--to", dest="last", default="", help="截止月份,默认最新的月份")
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 where everything is the same, 1 with differences, 2 when asked wrongly."""
        replayed = _replayed(county_or_exit(options["county"]).code, options)
        if options["json"]:
            self.stdout.write(json.dumps(replayed.to_json(), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(_words(replayed)))
        if replayed.differences:
            raise SystemExit(1)


def _replayed(county: str, options: dict[str, Any]) -> Replay:
    stored = stored_months(Scope.of([county]), county)
    if not stored:
        return replay_all(())
    try:
        first = parse_month(options["first"]) if options["first"] else stored[-1]
        last = parse_month(options["last"]) if options["last"] else stored[0]
    except DomainError as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from error
    return replay_all(receipts(Scope.of([county]), county, first, last))


def _words(replayed: Replay) -> list[str]:
    count = len(replayed.differences)
    said = f"重放 {replayed.months} 个月 {replayed.receipts} 份依据,{count} 份结果不同。"
    rows = [
        f"{one.village} {one.month.code} {one.stored} → {one.replayed}({'、'.join(one.parts)})"
        for one in replayed.differences[:_SHOWN]
    ]
    more = [f"另有 {count - _SHOWN} 份没有列出。"] if count > _SHOWN else []
    return [said, *rows, *more, f"摘要 {replayed.digest}"]

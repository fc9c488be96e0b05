"""`manage.py evaluate_warnings PERIOD`: the colours of a county for a month."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from config.management.county import add_county_option, county_or_exit
from rectification.warnings.actions.evaluating import evaluate
from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError
from villages.common.periods import parse_month


class Command(BaseCommand):
    """manage.py evaluate_warnings PERIOD [--county CODE] [--json]"""

    help = "按规则评估各村颜色;只写入有变化的村,再次运行不重复写入。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The month, the county where there are several, and how to answer."""
        parser.add_argument("period", metavar="PERIOD", help="月份,如 2026-10")
        add_county_option(parser)
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when judged, 2 when month or county are wrong."""
        county = county_or_exit(options["county"])
        try:
            month = parse_month(options["period"])
            done = evaluate(by=COMMAND_LINE, county=county.code, month=month).to_json()
        except DomainError as error:
            print(error, file=sys.stderr)
            raise SystemExit(2) from error
        if options["json"]:
            self.stdout.write(json.dumps(done, ensure_ascii=False))
            return
        words = "{period} {villages} 个村:红 {red}、黄 {yellow}、绿 {green}、未评 {grey}。"
        self.stdout.write(words.format(**done) + f"写入 {done['rows_written']} 行。")

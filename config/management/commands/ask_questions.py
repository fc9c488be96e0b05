"""`manage.py ask_questions PERIOD`: what of a county's month is worth asking about."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from config.management.county import add_county_option, county_or_exit
from rectification.warnings.actions.questions import ask_questions
from rectification.warnings.choices import QuestionKind
from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError
from villages.common.periods import parse_month


class Command(BaseCommand):
    """manage.py ask_questions PERIOD [--county CODE] [--json]"""

    help = "找出值得问一句的情况(雷同、补录、一进一出、突变、重复附件);不计分,再次运行不重复写入。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The month, the county where there are several, and how to answer."""
        parser.add_argument("period", metavar="PERIOD", help="月份,如 2026-10")
        add_county_option(parser)
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when asked, 2 when month or county are wrong or the month is closed."""
        county = county_or_exit(options["county"])
        try:
            month = parse_month(options["period"])
            put = ask_questions(by=COMMAND_LINE, county=county.code, month=month)
        except DomainError as error:
            print(error, file=sys.stderr)
            raise SystemExit(2) from error
        if options["json"]:
            self.stdout.write(json.dumps(put.to_json(), ensure_ascii=False))
            return
        kinds = "、".join(
            f"{QuestionKind(kind).label} {n}" for kind, n in sorted(put.kinds.items())
        )
        self.stdout.write(f"{month.code} 提问:{kinds or '没有'}。写入 {put.rows_written} 行。")

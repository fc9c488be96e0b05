"""`manage.py close_period PERIOD`: close a month (封账)."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from config.management.county import add_county_option, county_or_exit
from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError
from villages.common.periods import parse_period
from villages.imports.actions.months import close_month


class Command(BaseCommand):
    """manage.py close_period PERIOD [--county CODE]"""

    help = "封账:之后这个期间的数据不能再修改。季度、半年、年度逐月封账,已封账的月份跳过。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The period, and the county where there are several."""
        parser.add_argument("period", metavar="PERIOD", help="2026-10、2026Q4、2026H2 或 2026")
        add_county_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when every month is closed now, 2 when the period or county is wrong, 1 else."""
        try:
            period = parse_period(options["period"])
        except DomainError as error:
            print(error, file=sys.stderr)
            raise SystemExit(2) from error
        county = county_or_exit(options["county"])
        outcomes = [self._close(county.code, month) for month in period.months()]
        if not all(outcomes):
            raise SystemExit(1)

    def _close(self, county: str, month: Any) -> bool:
        """Closed now or before; a refusal is printed."""
        try:
            close_month(by=COMMAND_LINE, county=county, month=month)
        except DomainError as error:
            self.stderr.write(str(error))
            return error.code == "month_already_closed"
        self.stdout.write(f"{month.label}已封账。")
        return True

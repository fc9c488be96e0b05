"""`manage.py make_report KIND PERIOD`: a report from the rows as they are."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from config.management.county import add_county_option, county_or_exit
from rectification.reports.actions.making import make_city_report, make_report, summary
from rectification.reports.kinds import KINDS
from rectification.reports.models import Report
from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError
from villages.common.periods import parse_period
from villages.models import County


class Command(BaseCommand):
    """manage.py make_report KIND PERIOD [--county CODE | --city CODE] [--out DIR] [--json]"""

    help = "生成报告;数据没有变化时给出上一次的版本和文件。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which report, where to write it, and how to answer."""
        parser.add_argument("kind", help=f"种类:{'、'.join(kind.code for kind in KINDS)}")
        parser.add_argument(
            "period", metavar="PERIOD", help="周期,如 2026-10、2026Q4、2026H2、2026"
        )
        add_county_option(parser)
        parser.add_argument("--city", default="", metavar="CODE", help="市代码(4 位):汇总各县报告")
        parser.add_argument("--out", type=Path, metavar="DIR", help="把文件写到这个文件夹")
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when the report is there, 2 when kind, period or county are wrong."""
        county = None if options["city"] else county_or_exit(options["county"])
        try:
            report = _made(options, county)
        except DomainError as error:
            print(error, file=sys.stderr)
            raise SystemExit(2) from error
        written = _write(report, options["out"]) if options["out"] else []
        if options["json"]:
            self.stdout.write(json.dumps(summary(report), ensure_ascii=False))
            return
        self.stdout.write(f"{report.title}(第 {report.version} 版,{report.get_status_display()})")
        for path in written:
            self.stdout.write(f"已写入 {path}")


def _made(options: dict[str, Any], county: County | None) -> Report:
    asked = {"by": COMMAND_LINE, "kind": options["kind"], "period": parse_period(options["period"])}
    if county is None:
        return make_city_report(**asked, city=options["city"])
    return make_report(**asked, county=county)


def _write(report: Report, folder: Path) -> list[Path]:
    """Each file is whole or not there."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for one in report.files.all():
        path, draft = folder / one.name, folder / f".{one.name}.part"
        draft.write_bytes(bytes(one.content))
        draft.replace(path)
        written.append(path)
    return written

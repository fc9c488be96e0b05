"""`manage.py warning_rules`: rule sets as text files: written, read in as drafts, compared."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from config.management.county import add_county_option, county_or_exit
from rectification.warnings.actions.drafting import draft_rules
from rectification.warnings.comparing import differences
from rectification.warnings.rule_contents import content_in_force
from rectification.warnings.rule_files import from_toml, to_toml
from rectification.warnings.rule_files.shape import Content
from villages.accounts.actors import COMMAND_LINE
from villages.common import clock
from villages.common.errors import DomainError

_IN_FORCE = "current"


class Command(BaseCommand):
    """manage.py warning_rules export [--out FILE] | import FILE | diff A B [--county CODE]"""

    help = "导出现行预警规则,把规则文件读入为草案,比较两份规则文件。"

    def add_arguments(self, parser: CommandParser) -> None:
        """The act, its files, the county where there are several."""
        acts = parser.add_subparsers(dest="act", required=True)
        export = acts.add_parser("export", help="导出现行规则")
        export.add_argument("--out", default="", help="写入的文件,默认输出到屏幕")
        reading = acts.add_parser("import", help="把规则文件读入为草案")
        reading.add_argument("file", metavar="FILE")
        compare = acts.add_parser("diff", help="比较两份规则文件;current 表示现行规则")
        compare.add_argument("a", metavar="A")
        compare.add_argument("b", metavar="B")
        for one in (export, reading, compare):
            add_county_option(_plain(one))

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0; 1 from `diff` where something differs; 2 where a file is wrong."""
        county = county_or_exit(options["county"]).code
        try:
            getattr(self, f"_{options['act']}")(county, options)
        except (DomainError, OSError, UnicodeDecodeError) as error:
            print(error, file=sys.stderr)
            raise SystemExit(2) from error

    def _export(self, county: str, options: dict[str, Any]) -> None:
        text = to_toml(content_in_force(county, clock.today())[1])
        if options["out"]:
            Path(options["out"]).write_text(text, "utf-8")
            self.stdout.write(f"已写入 {options['out']}。")
        else:
            self.stdout.write(text, ending="")

    def _import(self, county: str, options: dict[str, Any]) -> None:
        content = from_toml(Path(options["file"]).read_text("utf-8-sig"))
        row = draft_rules(by=COMMAND_LINE, county=county, content=content)
        self.stdout.write(f"已存为草案“{row.name}”({row.uid}),发布以前不影响任何颜色。")

    def _diff(self, county: str, options: dict[str, Any]) -> None:
        before, after = (_content(county, options[name]) for name in ("a", "b"))
        found = differences(before, after)
        self.stdout.write("\n".join(one.text for one in found) or "两套规则完全相同。")
        if found:
            raise SystemExit(1)


def _content(county: str, name: str) -> Content:
    if name == _IN_FORCE:
        return content_in_force(county, clock.today())[1]
    return from_toml(Path(name).read_text("utf-8-sig"))


def _plain(parser: Any) -> ArgumentParser:
    found: ArgumentParser = parser
    return found

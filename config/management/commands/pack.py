"""`manage.py pack --village CODE --out FILE`: a pack of evidence without the queue."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from config.management.county import county_or_exit
from rectification.packs.making import Made, make_pack
from rectification.packs.units import model_of
from villages.accounts.actors import COMMAND_LINE
from villages.common import clock
from villages.common.registries import EvidenceAsked
from villages.trace.record import record


class Command(BaseCommand):
    """manage.py pack [--village|--township|--county CODE] --out FILE"""

    help = "生成迎检包:台账原样、整顿档案、办理经过、操作留痕摘录、目录和校验值。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """About which unit, and where to write it."""
        unit = parser.add_mutually_exclusive_group()
        for name, words in (("village", "村"), ("township", "乡镇"), ("county", "县")):
            unit.add_argument(f"--{name}", metavar="CODE", help=f"{words}的区划代码")
        parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="写到这个文件")
        parser.add_argument("--originals", action="store_true", help="附上卷内材料的文件")
        parser.add_argument("--restricted", action="store_true", help="含限县级知悉的内容")
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when the pack is there, 2 where the unit is unknown."""
        unit = _unit(options)
        asked = EvidenceAsked(
            unit, clock.today(), COMMAND_LINE, options["restricted"], options["originals"]
        )
        made = _write(asked, options["out"])
        told = {"sha256": made.sha256, "size": made.size, "files": made.files}
        record("pack.made", by=COMMAND_LINE, after=told, county=asked.county, name=f"迎检包 {unit}")
        if options["json"]:
            self.stdout.write(json.dumps({"unit": unit, **told}))
            return
        self.stdout.write(f"已写入 {options['out']}({made.files} 个文件,SHA-256 {made.sha256})")


def _unit(options: dict[str, Any]) -> str:
    code = options["village"] or options["township"]
    if not code:
        return str(county_or_exit(options["county"]).code)
    if not model_of(code).objects.filter(code=code).exists():
        print(f"没有这个单位:{code}。", file=sys.stderr)
        raise SystemExit(2)
    return str(code)


def _write(asked: EvidenceAsked, out: Path) -> Made:
    """The file is whole or not there."""
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(f".{out.name}.part")
    try:
        made = make_pack(asked, draft, lambda *_told: None)
        made.path.replace(out)
    finally:
        draft.unlink(missing_ok=True)
    return made

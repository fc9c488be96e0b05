"""`manage.py demo`: load the fictional county; `--planted`: say what is out of order in it."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.demo import load
from config.demo.names import COUNTY_CODE
from config.demo.planted import planted
from config.demo.world import look_around
from villages.models import County


class Command(BaseCommand):
    """Loads 示例县 (999900) with accounts; a second call changes nothing."""

    help = "载入虚构的示例县(11 个乡镇、216 个村)和演示账号。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--if-empty`: only where nobody has begun. `--planted`: print, load nothing."""
        parser.add_argument("--if-empty", action="store_true", help="只在数据库为空时载入")
        parser.add_argument(
            "--planted", action="store_true", help="以 JSON 列出示例县里有意安排的问题,不载入"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, mark the data folder, print the accounts."""
        if options["planted"]:
            self._planted()
            return
        if load.is_loaded():
            self.stdout.write("示例县已经载入。")
        elif options["if_empty"] and not load.is_empty():
            self.stdout.write("数据库已有数据,没有载入示例县。")
            return
        elif load.is_empty():
            load.load(load.password())
        else:
            raise CommandError("数据库已有其他数据,不能再载入示例县。请换一个 PORTAL_DATA。")
        load.mark()
        for username, role in load.accounts():
            self.stdout.write(f"{username}\t{role}")

    def _planted(self) -> None:
        """`[{"village","period","rule","colour","why"}]`; needs the county that it speaks of."""
        if not load.is_loaded():
            raise CommandError("示例县还没有载入。请先执行 manage.py demo。")
        world = look_around(County.objects.get(code=COUNTY_CODE))
        rows = [asdict(one) for one in planted(world)]
        self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))

"""`manage.py demo`: load the fictional county."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.demo import load


class Command(BaseCommand):
    """Loads 示例县 (999900) with accounts; a second call changes nothing."""

    help = "载入虚构的示例县(11 个乡镇、216 个村)和演示账号。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--if-empty`: only where nobody has begun."""
        parser.add_argument("--if-empty", action="store_true", help="只在数据库为空时载入")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, mark the data folder, print the accounts."""
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

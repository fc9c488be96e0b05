"""`manage.py prepare`: everything before the first request."""

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from config import env
from config.demo import load
from config.demo.names import TODAY
from villages.accounts import setup_code
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.models import User
from villages.actions.calendar import seed_published


class Command(BaseCommand):
    """Migrates, makes the cache table, loads the demo into an empty database, tells facts."""

    # The launcher has no second to spare; `manage.py check` and CI look.
    requires_system_checks: list[str] = []
    help = "启动前准备:升级数据库,空库时载入示例县,并打印启动信息。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--json` prints the facts for the launcher; `--no-demo` leaves an empty database."""
        parser.add_argument("--json", action="store_true", help="最后一行输出 JSON")
        parser.add_argument("--no-demo", action="store_true", help="空库时不载入示例县")

    def handle(self, *args: Any, **options: Any) -> None:
        """Each step only when it has something to do."""
        if _pending():
            self.stderr.write("正在升级数据库…")
            call_command("migrate", verbosity=0, interactive=False)
        if settings.CACHE_URL.startswith("db:"):
            call_command("createcachetable", verbosity=0)
        seed_published(by=COMMAND_LINE)
        wanted = not (options["no_demo"] or env.flag("NO_DEMO"))
        if wanted and load.is_empty():
            self.stderr.write("正在载入示例县…")
            load.load(load.password())
            load.mark()
        load.renew_password()
        self._tell(options["json"])

    def _tell(self, as_json: bool) -> None:
        demo = load.is_loaded()
        facts = {
            "demo": demo,
            "today": TODAY if demo else None,
            "accounts": load.accounts() if demo else [],
            "password": load.password() if demo else None,
            "setup_code": None if User.objects.exists() else setup_code.read_or_create(),
        }
        if as_json:
            self.stdout.write(json.dumps(facts, ensure_ascii=False))
        else:
            self.stdout.write("准备完成。")


def _pending() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))

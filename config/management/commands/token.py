"""`manage.py token USERNAME`: prints a bearer token, and nothing else, for scripts."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from villages.accounts.actions.tokens import USUAL_DAYS, Limits, create_token
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.models import User
from villages.common.errors import DomainError


class Command(BaseCommand):
    """Makes a token for an account that may hold one."""

    help = "打印一枚接口令牌(只显示这一次)。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Who, and how narrow."""
        parser.add_argument("username", help="账号的用户名")
        parser.add_argument("--read-only", action="store_true", help="只读")
        parser.add_argument("--days", type=int, default=USUAL_DAYS, help="有效天数,最长 365")
        parser.add_argument("--unit", action="append", default=[], help="区划代码,可重复")
        parser.add_argument("--name", default="命令行令牌", help="用途")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the secret; a refusal goes to stderr and exits 1."""
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"没有用户“{options['username']}”。")
        limits = Limits(options["read_only"], tuple(options["unit"]))
        try:
            _token, secret = create_token(
                user=user, name=options["name"], limits=limits, days=options["days"],
                by=COMMAND_LINE,
            )  # fmt: skip
        except DomainError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(secret)

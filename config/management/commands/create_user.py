"""`manage.py create_user`: an account from the shell, traced under 命令行."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction

from villages.accounts.actions.users import Opened, open_account
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.choices import Role
from villages.accounts.forms.users import USERNAME
from villages.common.errors import DomainError


class Command(BaseCommand):
    """Opens an account and prints its one-time password; whoever has the shell needs no second."""

    help = "开设账号并打印一次性密码。以“命令行”名义留痕,不需第二人审批。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who, as what, where."""
        parser.add_argument("username", help="用户名:小写字母开头,3 到 40 位")
        parser.add_argument("--name", required=True, help="姓名")
        parser.add_argument("--role", required=True, choices=Role.values, help="角色")
        parser.add_argument("--unit", action="append", default=[], help="管辖的区划代码,可多次给出")
        parser.add_argument("--unit-name", default="", help="单位")
        parser.add_argument("--county", default="", help="不管辖单位的账号所属县")
        parser.add_argument("--reason", default="命令行开设", help="依据")
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Open it, or say why not."""
        try:
            USERNAME(options["username"])
            with transaction.atomic():
                opened = self._open(options)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except DomainError as error:
            raise CommandError(str(error)) from error
        except IntegrityError as error:
            raise CommandError(f"用户名 {options['username']} 已被使用。") from error
        self._tell(opened, as_json=options["json"])

    def _open(self, options: dict[str, Any]) -> Opened:
        return open_account(
            username=options["username"],
            name=options["name"],
            role=options["role"],
            codes=options["unit"],
            unit_name=options["unit_name"],
            county_code=options["county"],
            reason=options["reason"],
            by=COMMAND_LINE,
        )

    def _tell(self, opened: Opened, *, as_json: bool) -> None:
        username, password = opened.user.username, opened.password
        if as_json:
            self.stdout.write(json.dumps({"username": username, "password": password}))
        else:
            self.stdout.write(f"用户名 {username}\n一次性密码 {password}(首次登录须修改)")

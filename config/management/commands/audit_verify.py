"""`manage.py audit_verify`: read the whole trail back."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Sum

from villages.trace.models import AuditHead
from villages.trace.verify import Finding, findings

SHOWN = 100


class Command(BaseCommand):
    """Exit 0 when every entry is as it was written, 1 with findings."""

    help = "校验全部操作留痕:是否有改动、缺失或断链。没有问题退出码为 0,有问题为 1。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--json` for programs."""
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Look, tell, leave."""
        checked = AuditHead.objects.aggregate(total=Sum("number"))["total"] or 0
        found = list(findings())
        if options["json"]:
            self._as_json(checked, found)
        else:
            self._in_words(checked, found)
        if found:
            raise SystemExit(1)

    def _as_json(self, checked: int, found: list[Finding]) -> None:
        heads = AuditHead.objects.order_by("chain").values("chain", "number", "digest")
        answer = {
            "ok": not found,
            "entries": checked,
            "heads": list(heads),
            "findings": [vars(one) for one in found],
        }
        self.stdout.write(json.dumps(answer, ensure_ascii=False))

    def _in_words(self, checked: int, found: list[Finding]) -> None:
        for one in found[:SHOWN]:
            self.stdout.write(f"链 {one.chain} 第 {one.number} 条:{one.problem}")
        if len(found) > SHOWN:
            self.stdout.write(f"……另有 {len(found) - SHOWN} 处")
        verdict = f"发现 {len(found)} 处问题" if found else "没有发现问题"
        self.stdout.write(f"共 {checked} 条操作留痕,{verdict}。")

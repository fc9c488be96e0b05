"""The trail in plain Chinese: one sentence an act.

Apps hand up their sentences in `trail.py` (`SENTENCES`); an act without a sentence still reads.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from villages import registries
from villages.trace.labels import field_name, kind_name, value_in_words

# The last part of an action, where no sentence was declared.
VERBS = {
    "created": gettext_lazy("新增"),
    "updated": gettext_lazy("修改"),
    "changed": gettext_lazy("修改"),
    "deleted": gettext_lazy("删除"),
    "removed": gettext_lazy("移除"),
    "renamed": gettext_lazy("更名"),
    "imported": gettext_lazy("导入"),
    "exported": gettext_lazy("导出"),
    "viewed": gettext_lazy("查看"),
    "revealed": gettext_lazy("查看敏感信息"),
    "submitted": gettext_lazy("提交"),
    "returned": gettext_lazy("退回"),
    "accepted": gettext_lazy("接收"),
    "closed": gettext_lazy("关闭"),
    "opened": gettext_lazy("开设"),
    "loaded": gettext_lazy("载入"),
    "issued": gettext_lazy("签发"),
    "merged": gettext_lazy("合并"),
    "split": gettext_lazy("拆分"),
    "moved": gettext_lazy("移动"),
    "saved": gettext_lazy("保存"),
    "shared": gettext_lazy("共享"),
    "ended": gettext_lazy("结束"),
}
LONGEST = 60


@dataclass(frozen=True)
class Change:
    """One field before and after, in words."""

    label: str
    before: str
    after: str


class _Words(dict[str, str]):
    """What an entry does not hold reads as nothing."""

    def __missing__(self, key: str) -> str:
        return ""


def sentence(entry: Any) -> str:
    """What was done, without who and when. `entry` is an AuditEntry or a row of its values."""
    row = _row(entry)
    declared = registries.sentences().get(row["action"])
    if declared:
        return str(declared.text).format_map(_words(row))
    return _plainly(row)


def changes(entry: Any) -> list[Change]:
    """Before and after, field by field, in stored order; unchanged fields are not stored."""
    row = _row(entry)
    before, after = row["before"] or {}, row["after"] or {}
    kind = row["object_kind"]
    keys = [*before, *(key for key in after if key not in before)]
    return [
        Change(
            field_name(kind, key),
            value_in_words(kind, key, before.get(key)),
            value_in_words(kind, key, after.get(key)),
        )
        for key in keys
    ]


def groups() -> list[tuple[str, Any]]:
    """Groups of acts for a filter: (first part of the action, its name), without doubles."""
    named: dict[str, Any] = {}
    for one in registries.sentences().values():
        named.setdefault(one.action.partition(".")[0], one.group)
    return [(key, name) for key, name in named.items() if name]


def _row(entry: Any) -> dict[str, Any]:
    names = ("action", "object_kind", "object_name", "before", "after", "reason", "count")
    return entry if isinstance(entry, dict) else {name: getattr(entry, name) for name in names}


def _words(row: dict[str, Any]) -> _Words:
    kind = row["object_kind"]
    words = _Words(object=row["object_name"], reason=row["reason"], count=str(row["count"]))
    for side in ("before", "after"):
        for key, value in (row[side] or {}).items():
            words[f"{side}_{key}"] = value_in_words(kind, key, value)
    return words


def _plainly(row: dict[str, Any]) -> str:
    """操作名:“修改 村「李庄村」:户数 300 → 310”, cut where it grows long."""
    verb = VERBS.get(row["action"].rpartition(".")[2], row["action"])
    thing = kind_name(row["object_kind"]) if row["object_kind"] else ""
    name = f"「{row['object_name']}」" if row["object_name"] else ""
    rows = _("(%(count)s 行)") % {"count": row["count"]} if row["count"] > 1 else ""
    return _cut(f"{verb}{thing}{name}{rows}", changes(row))


def _cut(head: str, changed: Iterable[Change]) -> str:
    tail = ";".join(f"{one.label} {one.before} → {one.after}" for one in changed)
    if not tail:
        return head
    return f"{head}:{tail[:LONGEST]}…" if len(tail) > LONGEST else f"{head}:{tail}"

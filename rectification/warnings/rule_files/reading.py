"""Reads the text file of a rule set; what is wrong is told with its line."""

import re
import tomllib
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.rule_files.checker import Fault
from rectification.warnings.rule_files.checking import normal
from rectification.warnings.rule_files.lines import line_of
from rectification.warnings.rule_files.shape import Content
from villages.common.errors import DomainError

LONGEST = 200_000
_TOLD = 20
_AT = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")


def from_toml(text: str) -> Content:
    """The content in normal form. Raises `rule_file` with every fault, its line and its key."""
    if len(text) > LONGEST:
        raise _refused([_("文件太大,规则文件不超过 20 万字。")])
    content, faults = normal(_parsed(text))
    if faults:
        raise _refused([_told(text, one) for one in faults])
    return content


def checked(said: Any) -> Content:
    """The same for content that is no text. Raises `rule_file`."""
    content, faults = normal(said)
    if faults:
        raise _refused([str(one) for one in faults])
    return content


def _parsed(text: str) -> Any:
    try:
        return tomllib.loads(text.replace("\r\n", "\n"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, ArithmeticError) as error:
        raise _refused([_syntax(str(error), text)]) from error
    except (ValueError, RecursionError) as error:
        raise _refused([_("不是规则文件。")]) from error


def _syntax(said: str, text: str) -> str:
    found = _AT.search(said)
    if found is None:
        return _("不是规则文件。")
    words = {"line": found[1] or text.count("\n") + 1, "column": found[2]}
    if found[1] is None:
        return _("第 %(line)s 行(文件末尾)没有写完整,或者项目重复。") % words
    return _("第 %(line)s 行第 %(column)s 个字符写法不对:引号、等号、方括号,或者项目重复。") % words


def _told(text: str, fault: Fault) -> str:
    line = line_of(text, fault.path)
    return _("第 %(line)d 行 %(fault)s") % {"line": line, "fault": fault} if line else str(fault)


def _refused(lines: list[str]) -> DomainError:
    shown = lines[:_TOLD]
    if len(lines) > _TOLD:
        shown.append(_("另有 %d 处。") % (len(lines) - _TOLD))
    message = _("规则文件有 %(count)d 处不对:%(lines)s") % {
        "count": len(lines), "lines": " ".join(shown),
    }  # fmt: skip
    return DomainError("rule_file", message, _("请改正后重新上传。"))

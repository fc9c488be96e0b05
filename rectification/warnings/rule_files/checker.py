"""Notes what is wrong with a rule set, key by key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.rule_files.shape import SWITCHES, Number
from villages.rest.suggestions import nearest

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """What is wrong, and at which key."""

    path: Path
    text: str

    @property
    def place(self) -> str:
        """The key as it stands in a file: `own.Z01.yellow`."""
        return ".".join(str(one) for one in self.path)

    def __str__(self) -> str:
        return f"{self.place}:{self.text}" if self.path else self.text


@dataclass
class Checker:
    """Reads keys one after another and notes what is wrong."""

    faults: list[Fault] = field(default_factory=list)

    def blame(self, path: Path, text: str) -> None:
        """Notes a fault."""
        self.faults.append(Fault(path, text))

    def table(self, said: Any, path: Path) -> Mapping[str, Any]:
        """A table; anything else is a fault and reads as an empty one."""
        if isinstance(said, Mapping):
            return said
        self.blame(path, _("这里应是一组设置。"))
        return {}

    def known(self, said: Mapping[str, Any], names: Any, path: Path) -> None:
        """No key but these."""
        for name in said:
            if name not in names:
                guess = nearest(str(name), list(names))
                hint = _("您是否想用 %s?") % guess if guess else ""
                self.blame((*path, name), _("没有这一项。") + hint)

    def word(self, said: Any, path: Path, longest: int) -> str:
        """A text of one line."""
        if not isinstance(said, str):
            self.blame(path, _("这里应是文字,写在引号里。"))
            return ""
        plain = said.replace("\x00", "").encode("utf-8", "ignore").decode()
        text = " ".join(plain.split())
        if len(text) > longest:
            self.blame(path, _("最多 %d 个字。") % longest)
        return text

    def switch(self, said: Any, path: Path) -> bool:
        """Yes or no."""
        if not isinstance(said, bool):
            self.blame(path, _("只能是 true 或 false。"))
        return said is True

    def whole(self, said: Any, path: Path, one: Number) -> int:
        """A whole number within its bounds."""
        if isinstance(said, bool) or not isinstance(said, int):
            self.blame(path, _("这里应是整数。"))
            return one.default
        if not one.low <= said <= one.high:
            self.blame(path, _("应在 %(low)d 到 %(high)d 之间。") % vars(one))
        return said


def switches(check: Checker, told: Mapping[str, Any], path: Path) -> dict[str, bool]:
    """Whether a rule holds, and whether its yellow turns red by lasting."""
    return {name: check.switch(told.get(name, True), (*path, name)) for name in SWITCHES}

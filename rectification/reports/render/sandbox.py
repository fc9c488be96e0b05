"""Jinja for templates that staff write: names of the dictionary and nothing else."""

from typing import Any

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from rectification.reports.render.dictionary import BY_NAME


class Closed(ImmutableSandboxedEnvironment):
    """No attribute, no item, no call, no filter, no test, no global."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, cache_size=0)
        self.globals, self.filters, self.tests = {}, {}, {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """None is."""
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        """None is."""
        return False


def foreign(text: str) -> str:
    """What in a text is no plain placeholder of the dictionary: its words, or nothing."""
    try:
        tree = Closed().parse(text)
    except TemplateSyntaxError as error:
        return str(error.message or text)
    for part in tree.body:
        if not isinstance(part, nodes.Output):
            return type(part).__name__
        for one in part.nodes:
            if isinstance(one, nodes.TemplateData):
                continue
            if not isinstance(one, nodes.Name):
                return type(one).__name__
            if one.name not in BY_NAME:
                return str(one.name)
    return ""

"""Markdown with placeholders, turned into safe HTML.

* `{page:accounts:password|修改密码}` links to a page of the portal; plain words where it is not
  installed.
* `{help:passwords}` or `{help:passwords#expiry|有效期}` links to another help page.
* `{value:signin.failures=5}` shows the parameter in force when the page is read; the number after
  `=` is its default.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import unescape
from itertools import count
from typing import Any

import nh3
from django.utils.html import escape, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from markdown import Markdown

from villages import navigation, parameters
from villages.help.pages import all_pages

PLACEHOLDER = re.compile(r"\{(page|help|value):([^{}|=]+)(?:[|=]([^{}]*))?\}")
# Parameters stay open in the cached page, between two characters that no text holds.
_OPEN = re.compile("\ue000([^\ue001=]+)=([^\ue001]*)\ue001")
_EXTENSIONS = ["tables", "toc", "attr_list", "def_list", "admonition", "sane_lists", "fenced_code"]
_TAGS = {
    *("h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "hr", "br", "div"),
    *("a", "strong", "em", "code", "pre", "kbd", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, **{tag: {"id"} for tag in ("h2", "h3", "h4")}}
_CLASSES = {"div": {"admonition", "note", "warning"}, "p": {"admonition-title"}}


@dataclass(frozen=True)
class Rendered:
    """A page as HTML, parameters still open, and its second-level headings as (id, title)."""

    html: str
    contents: tuple[tuple[str, str], ...]


@cache
def rendered(slug: str) -> Rendered:
    """The page, rendered once per process."""
    return render(all_pages()[slug].text)


def render(text: str) -> Rendered:
    """Markdown with placeholders as safe HTML: only what the allow-list names survives."""
    reader = Markdown(extensions=_EXTENSIONS, output_format="html")
    html = reader.convert(PLACEHOLDER.sub(_replaced, text))
    clean = _cleaned(html, _ATTRIBUTES)
    return Rendered(_scrollable(clean), _headings(getattr(reader, "toc_tokens", [])))


def written(text: str) -> SafeString:
    """Markdown that people wrote, as safe HTML: no placeholders, no ids that a page could have."""
    html = Markdown(extensions=["tables", "sane_lists"], output_format="html").convert(text)
    named = {tag: names - {"id"} for tag, names in _ATTRIBUTES.items()}
    # The HTML is nh3's.
    return mark_safe(_scrollable(_cleaned(html, named)))  # noqa: S308  # nosec B308 B703


def _cleaned(html: str, attributes: dict[str, set[str]]) -> str:
    return nh3.clean(
        html, tags=_TAGS, attributes=attributes, allowed_classes=_CLASSES,
        url_schemes={"http", "https", "mailto"}, link_rel="noopener",
    )  # fmt: skip


def filled(html: str, *, county: str, on: date) -> SafeString:
    """The HTML with the parameters in force on a day in a county."""

    def value(match: re.Match[str]) -> str:
        return escape(_in_force(match[1], match[2], county, on))

    # The HTML is nh3's; the only additions are escaped values.
    return mark_safe(_OPEN.sub(value, html))  # noqa: S308  # nosec B308 B703


def plain(slug: str) -> str:
    """The words of a page on one line, parameters with their defaults: what is searched."""
    text = unescape(strip_tags(_OPEN.sub(r"\2", rendered(slug).html)))
    return " ".join(text.split())


def _replaced(match: re.Match[str]) -> str:
    kind, name, label = match[1], match[2].strip(), match[3] or ""
    if kind == "value":
        return f"\ue000{name}={label}\ue001"
    if kind == "help":
        slug, _hash, anchor = name.partition("#")
        target = all_pages()[slug]
        return f"[{label or target.title}]({target.url}{'#' + anchor if anchor else ''})"
    url = navigation.resolved(name)
    return f"[{label}]({url})" if url else label


def _in_force(key: str, default: str, county: str, on: date) -> Any:
    known = {one.key for one in parameters.definitions()}
    return parameters.value(key, county=county, on=on) if key in known else default


def _scrollable(html: str) -> str:
    """Every table in a named region that the keyboard reaches, because it may be wider."""
    numbers = count(1)

    def region(_match: re.Match[str]) -> str:
        label = _("表 %(number)s") % {"number": next(numbers)}
        return f'<div class="help-table" role="region" tabindex="0" aria-label="{label}"><table>'

    return re.sub("<table>", region, html).replace("</table>", "</table></div>")


def _headings(tokens: list[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    return tuple((one["id"], unescape(one["name"])) for one in tokens if one["level"] == 2)

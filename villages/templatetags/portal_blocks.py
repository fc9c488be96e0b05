"""Icons, the nonce, and wrappers such as `{% card "标题" %}…{% end_card %}`."""

from hashlib import sha256
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

HTML_LANGUAGES = {"zh-hans": "zh-CN"}
NOTICE_KINDS = {"debug": "info", "error": "danger"}
NOTICE_ICONS = {"success": "circle-check", "warning": "alert-triangle", "danger": "alert-circle"}


@register.simple_tag(takes_context=True)
def nonce(context: template.Context) -> str:
    """The nonce of this answer, for the rare inline script."""
    return str(getattr(context.get("request"), "csp_nonce", ""))


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of the sprite; decoration only, so screen readers skip it."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("vendor/icons.svg"),
        name,
    )


@register.filter
def html_lang(code: str) -> str:
    """A language code as the `lang` attribute wants it: `zh-CN`, `en`."""
    return HTML_LANGUAGES.get(code, code)


@register.filter
def notice_kind(level: str) -> str:
    """The notice that fits a message of Django's."""
    return NOTICE_KINDS.get(level, level or "info")


@register.filter
def notice_icon(kind: str) -> str:
    """The icon that goes with a kind of notice."""
    return NOTICE_ICONS.get(notice_kind(kind), "info-circle")


@register.simple_block_tag(end_name="end_table_region")
def table_region(content: str, label: str, id: str = "", copy: bool = False) -> SafeString:  # noqa: A002
    """A table in its own named scrolling region; `copy` adds the button for WPS."""
    region_id = id or f"table-{sha256(str(label).encode()).hexdigest()[:8]}"
    return _component("table_region", content=content, label=label, id=region_id, copy=copy)


@register.simple_block_tag(end_name="end_card")
def card(content: str, title: Any = "", **options: Any) -> SafeString:
    """A panel with a heading. Options: level, note, href, href_label, id, flush (no padding)."""
    return _component("card", **{"content": content, "title": title, "level": 2} | options)


@register.simple_block_tag(end_name="end_disclosure")
def disclosure(content: str, title: Any, open: bool = False) -> SafeString:  # noqa: A002
    """Content that opens and closes, without scripts."""
    return _component("disclosure", content=content, title=title, open=open)


@register.simple_block_tag(end_name="end_dialog")
def dialog(content: str, id: str, title: Any) -> SafeString:  # noqa: A002
    """A dialog opened by a link with `data-portal-dialog="id"`."""
    return _component("dialog", content=content, id=id, title=title)


def _component(name: str, **values: Any) -> SafeString:
    return render_to_string(f"components/{name}.html", values)

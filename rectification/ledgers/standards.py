"""Screening standards and the county's own words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.actions import standards
from rectification.hints import HINTS
from rectification.models import CaseWord, ScreeningItem, ScreeningStandard
from rectification.perms import may_keep_schemes, may_see_cases
from villages.common.columns import Kind
from villages.common.faults import Fault
from villages.ledgers.declaring import Ask, Item, Ledger, Part, Verb


def _is_draft(_user: Any, row: Any) -> bool:
    return row.published_on is None


def _frozen(standard: Any, field: str) -> Iterator[Fault]:
    if standard is not None and standard.published_on is not None:
        words = _("%(year)d 年第 %(edition)d 版标准已于 %(day)s 发布,不能改动。") % {
            "year": standard.year, "edition": standard.edition, "day": standard.published_on,
        }  # fmt: skip
        yield Fault(field, "standard_published", words, _("请复制为新的一版。"))


def _check_standard(_values: Mapping[str, Any], row: Any) -> Iterable[Fault]:
    return _frozen(row, "")


def _check_item(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    yield from _frozen(values.get("standard"), "standard")
    hint = values.get("hint") or ""
    if hint and hint not in HINTS:
        words = _("没有“%s”这个提示指标。") % hint
        yield Fault("hint", "unknown_hint", words, _("可以填:%s。") % "、".join(HINTS))


def _kept_item(row: ScreeningItem) -> Iterable[Fault]:
    return _frozen(row.standard, "")


def _publish(
    row: ScreeningStandard, *, by: Any, on: date, document_no: str = ""
) -> ScreeningStandard:
    return standards.publish_standard(row, by=by, on=on, document_no=document_no or "")


PUBLISH = Verb(
    "publish", gettext_lazy("发布"), "publish", act=_publish, may=may_keep_schemes,
    offered=_is_draft,
    explains=gettext_lazy("发布后不能再改;要改的复制为新的一版。"),
    asks=(
        Ask("on", gettext_lazy("发布日期"), "published on", Kind.DATE),
        Ask("document_no", gettext_lazy("文号"), "document number", required=False, most=60),
    ),
)  # fmt: skip
COPY = Verb(
    "copy", gettext_lazy("复制"), "copy", act=standards.copy_standard, may=may_keep_schemes,
    explains=gettext_lazy("本年的复制为下一版,别的年度的复制为那一年的标准,都是草稿。"),
    asks=(Ask("year", gettext_lazy("年度"), "year", Kind.INTEGER),),
)  # fmt: skip

STANDARDS = Ledger(
    key="screening-standards",
    hub="cases",
    model=ScreeningStandard,
    title=gettext_lazy("排查标准"),
    one=gettext_lazy("排查标准"),
    title_en="screening standards",
    one_en="screening standard",
    items=(
        Item("year", fixed=True, chosen=True),
        Item("edition", fixed=True),
        Item("title", width=30),
        Item("document_no"),
        Item("published_on", asked=False),
        Item("low_share", kind=Kind.DECIMAL),
        Item("high_share", kind=Kind.DECIMAL),
    ),
    natural_key=("year", "edition"),
    order=("-year", "-edition"),
    may_read=may_see_cases,
    may_write=may_keep_schemes,
    check=_check_standard,
    holds=lambda row: _frozen(row, ""),
    verbs=(PUBLISH, COPY),
    parts=(Part("screening-items", "standard"),),
    search=("title", "document_no"),
    empty=gettext_lazy("还没有排查标准。可以在排查页采用默认标准,再按本县规定修改。"),
)
ITEMS = Ledger(
    key="screening-items",
    hub="cases",
    model=ScreeningItem,
    title=gettext_lazy("排查情形"),
    one=gettext_lazy("情形"),
    title_en="situations of screening standards",
    one_en="situation of a screening standard",
    items=(
        Item("standard", by="title", fixed=True, width=24),
        Item("code", fixed=True, width=8),
        Item("situation", wide=True, width=30),
        Item("basis", shown=False, width=24),
        Item("hint", chosen=True, width=20),
        Item("limit"),
        Item("points"),
        Item("restricted", chosen=True),
    ),
    natural_key=("standard", "code"),
    order=("-standard__year", "-standard__edition", "code"),
    may_read=may_see_cases,
    may_write=may_keep_schemes,
    # A cell names a row by one word, and an edition has none of its own: titles and years repeat.
    # The default, a copy of another year and the bulk interface fill a draft instead.
    imported=False,
    check=_check_item,
    holds=_kept_item,
    search=("code", "situation"),
    names=lambda row: f"{row.standard.year} {row}",
    empty=gettext_lazy("还没有排查情形。"),
)
WORDS = Ledger(
    key="case-words",
    hub="cases",
    model=CaseWord,
    title=gettext_lazy("整顿词表"),
    one=gettext_lazy("词"),
    title_en="words of the work on cases",
    one_en="word of the work on cases",
    items=(
        Item("use", chosen=True, fixed=True),
        Item("name", fixed=True, width=20),
        Item("unit", width=8),
        Item("line", chosen=True),
        Item("aliases", wide=True, width=30),
        Item("position", width=6),
        Item("valid_from", shown=False),
        Item("valid_to", shown=False),
    ),
    natural_key=("use", "name"),
    order=("use", "position", "name"),
    may_read=may_see_cases,
    may_write=may_keep_schemes,
    search=("name", "aliases"),
    empty=gettext_lazy("还没有词。可以在排查页采用默认词表。"),
)
LEDGERS: tuple[Ledger, ...] = (STANDARDS, ITEMS, WORDS)

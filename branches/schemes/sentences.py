"""Why a score is what it is: one sentence per item."""

from typing import Any

from django.utils.translation import gettext as _

from branches.models import SchemeReceipt
from branches.schemes.catalogue import FIGURES, Known
from branches.schemes.choices import Comparison
from branches.schemes.sheet import computed
from branches.scoring import NOTHING, plain


def why(row: SchemeReceipt) -> str:
    """The sentence of one receipt: what was found, who said so, how many points followed."""
    said = [part for part in (_computed(row), _township(row), _county(row), _decided(row)) if part]
    points = {"points": plain(row.points), "most": plain(row.most)}
    return ";".join([*said, _("得 %(points)s 分(满 %(most)s 分)。") % points])


def wanted(item: Any) -> str:
    """What a computed item wants, in words: 正式党员不少于 3 人."""
    figure = FIGURES.get(item.figure)
    if figure is None:
        return ""
    return _("%(label)s%(comparison)s %(wanted)s %(unit)s") % {
        "label": figure.label, "comparison": Comparison(item.comparison).label,
        "wanted": plain(item.wanted), "unit": figure.unit,
    }  # fmt: skip


def _computed(row: SchemeReceipt) -> str:
    if row.computed_points is None:
        return ""
    figure = FIGURES.get(row.item.figure)
    return _("按%(source)s,%(label)s %(value)s %(unit)s,标准为%(wanted)s,计 %(points)s 分") % {
        "source": row.computed_source, "label": figure.label if figure else row.item.figure,
        "value": row.computed_value, "unit": figure.unit if figure else "",
        "wanted": wanted(row.item), "points": plain(row.computed_points),
    }  # fmt: skip


def _township(row: SchemeReceipt) -> str:
    if row.township_points is None:
        return ""
    words = {"points": plain(row.township_points), "note": _because(row.township_note)}
    return _("乡镇自评 %(points)s 分%(note)s") % words


def _county(row: SchemeReceipt) -> str:
    if row.county_points is None:
        return ""
    words = {"points": plain(row.county_points), "note": _because(row.county_reason)}
    return _("县级评 %(points)s 分%(note)s") % words


def _decided(row: SchemeReceipt) -> str:
    if row.decided_points is None:
        return ""
    words = {"points": plain(row.decided_points), "note": _because(row.decided_reason)}
    return _("申诉裁定 %(points)s 分%(note)s") % words


def _because(text: str) -> str:
    return f"({text.rstrip('。;,')})" if text else ""


def known_words(item: Any, known: Known | None) -> str:
    """What the sheet says of a computed item before anybody judges; "" for other items."""
    if not item.figure:
        return ""
    if known is None:
        return _("标准:%s;目前没有可用的数据,请自行评分并说明。") % wanted(item)
    points, _value = computed(item, {item.figure: known})
    return _("标准:%(wanted)s;%(source)s为 %(value)s,计 %(points)s 分,不用填写。") % {
        "wanted": wanted(item), "source": known.source, "value": plain(known.number),
        "points": plain(points or NOTHING),
    }  # fmt: skip

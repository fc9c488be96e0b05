"""Division codes in words, and which of them exist."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from villages.models import County, Township, Village


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """The name of each unit: a village with its township, a province as 辖内全部县.

    At most three queries. A code without a unit stands for itself.
    """
    wanted = set(codes)
    names = {code: code for code in wanted}
    names |= {code: _("%(code)s 辖内全部县") % {"code": code} for code in wanted if len(code) < 6}
    names |= _level(County, wanted, 6) | _level(Township, wanted, 9) | _villages(wanted)
    return names


def in_words(codes: Iterable[str]) -> str:
    """The units one after another, by code; empty for none."""
    names = names_of(codes)
    return "、".join(names[code] for code in sorted(names))


def missing(codes: Iterable[str]) -> list[str]:
    """Codes that name no unit; provinces and cities count when a county lies in them."""
    wanted = set(codes)
    known = set(_level(County, wanted, 6)) | set(_level(Township, wanted, 9))
    known |= set(_villages(wanted))
    known |= {code for code in wanted if len(code) < 6 and _has_county(code)}
    return sorted(wanted - known)


def _has_county(code: str) -> bool:
    return County.objects.filter(code__startswith=code).exists()


def _level(model: type[County] | type[Township], codes: set[str], digits: int) -> dict[str, str]:
    wanted = [code for code in codes if len(code) == digits]
    if not wanted:
        return {}
    return dict(model.objects.filter(code__in=wanted).values_list("code", "name"))


def _villages(codes: set[str]) -> dict[str, str]:
    wanted = [code for code in codes if len(code) == 12]
    if not wanted:
        return {}
    rows = Village.objects.filter(code__in=wanted)
    return {
        code: f"{township}{name}"
        for code, township, name in rows.values_list("code", "township__name", "name")
    }

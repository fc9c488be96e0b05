"""The report of a city: its counties' frozen reports of the same kind and period, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rectification.reports.content import Item, Line, ReportContent, Table, plain
from rectification.reports.heads import Head
from rectification.reports.kinds.city_items import items, problem_items
from rectification.reports.kinds.city_rows import CountyReport, base, problem_base, topics
from rectification.reports.kinds.city_standing import standing
from rectification.reports.kinds.city_words import sections, table
from rectification.reports.kinds.composing import ordered
from rectification.reports.kinds.dating import date_words
from rectification.reports.models import ReportHead
from rectification.reports.states import ReportStatus
from villages.common.errors import DomainError
from villages.common.periods import Period
from villages.models import County
from villages.trace.daily import root_of

TITLES = {
    "monthly": "村级党建督导月调度通报", "quarterly": "村级党建督导季度通报",
    "half-year": "村级党建督导半年小结", "year-end": "村级党建督导年终考核通报",
}  # fmt: skip


@dataclass(frozen=True)
class City:
    """A city on a day: its name, its counties by code, the reports that stand, its head."""

    code: str
    name: str
    counties: dict[str, str]
    reports: tuple[CountyReport, ...]
    head: Head

    @property
    def silent(self) -> list[str]:
        """Counties without a report."""
        made = {one.code for one in self.reports}
        return [name for code, name in self.counties.items() if code not in made]

    @property
    def drafts(self) -> list[str]:
        """Counties whose report is not issued yet."""
        return [one.name for one in self.reports if one.status != ReportStatus.ISSUED]


def compose_city(kind: str, city_code: str, period: Period, on: date) -> ReportContent:
    """The report of a city (four digits). Four queries at any number of counties.

    Nothing is counted anew: values are those of the counties' reports, issued ones before drafts.
    Raises `report_city` where no county has such a report.
    """
    city = _city(kind, city_code, period, on)
    if not city.reports:
        raise DomainError(
            "report_city", f"{city.name}各县都还没有{period.label}的这种报告。",
            "请先由各县生成报告。",
        )  # fmt: skip
    bases = base(city.reports), problem_base(city.reports)
    found = _figures(city, {one.key: one for one in bases})
    board, front = table(city.reports, found), tuple(_front(city))
    parts = sections(f"{period.label}{city.name}", city.reports, city.silent, found)
    as_of = max(one.content.as_of for one in city.reports)
    is_open = period.end >= on or any(one.content.is_open for one in city.reports)
    return ReportContent(
        kind=kind, period=period.code, county_code=city_code, county_name=city.name,
        organ=city.head.organ, title=f"{period.label}{city.name}{TITLES[kind]}",
        recipients=city.head.recipients, copies=city.head.copies,
        date_text=date_words(kind, period, city_code), as_of=as_of, is_open=is_open,
        note=f"草稿：{period.label}尚未封账，数据可能变化" if is_open else "",
        front=front, sections=parts, figures=ordered(found, front, parts, (board,), ()),
        bases=bases, tables=(board,), root=root_of(date.fromisoformat(as_of), on),
    )  # fmt: skip


def _figures(city: City, tables: dict[str, Table]) -> dict[str, Item]:
    found = (*items(city.reports, tables), *problem_items(topics(city.reports), tables))
    return {one.code: one for one in found}


def _city(kind: str, code: str, period: Period, on: date) -> City:
    rows = County.objects.filter(code__startswith=code).on(on).order_by("code")
    known = list(rows.values_list("code", "name", "city_name"))
    name = next((city for _code, _name, city in known if city), code)
    names = {county: title for county, title, _city in known}
    return City(code, name, names, standing(kind, period, names), _head(code, name, kind, on))


def _head(city: str, name: str, kind: str, on: date) -> Head:
    rows = ReportHead.objects.in_county(city).filter(kind__in=("", kind), valid_from__lte=on)
    row = rows.order_by("-kind", "-valid_from").first()
    organ = f"中共{name}委组织部"
    if row is None:
        return Head(organ, "督导", "各县（市、区）委组织部", "", "")
    return Head(row.organ or organ, row.mark, row.recipients, row.copies, row.consent)


def _front(city: City) -> Iterator[Line]:
    """Page one: which counties are not in the sums, and whose figures may still change."""
    if city.silent:
        names = plain("、".join(city.silent))
        yield Line("city.silent", f"{names}没有本期报告，未计入合计，不按零计。")
    if city.drafts:
        names = plain("、".join(city.drafts))
        yield Line("city.drafts", f"{names}的报告尚未签发，数据可能变化。")

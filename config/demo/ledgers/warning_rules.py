"""The rules of the demo county: the default ones, its own since 2026, a draft for 2027."""

from datetime import date, datetime, time

from config.demo.ledgers.warning_people import People
from rectification.warnings.actions.adopting import adopt
from rectification.warnings.actions.drafting import draft_rules
from rectification.warnings.actions.rule_sets import install_default_rules
from rectification.warnings.models import RuleSet
from rectification.warnings.rule_contents import content_of
from rectification.warnings.rule_files.shape import Content
from villages.accounts.actors import COMMAND_LINE
from villages.common.clock import ZONE

FROM, ADOPTED_ON = date(2026, 1, 1), date(2025, 12, 22)
BASIS = "示组发〔2025〕42号《示例县村级三色预警办法》"
NOTE = "发展党员、支部规模、后备力量和收入一时改不了,持续黄色不再升红;满意度从严,乡镇分档放宽。"
# What no village can mend in a month: its yellow stays yellow.
STEADY = ("W10", "W11", "W12", "W22")
NAME, DRAFT_NAME = "示例县三色预警规则(2026年)", "2027年草案"


def install() -> None:
    """The default set as rows, which holds until the county has its own."""
    install_default_rules(by=COMMAND_LINE)


def own_rules(people: People) -> None:
    """The county's own set, drafted from the default one and adopted before its year."""
    base = RuleSet.objects.get(county_code="")
    content = _begun(base, NAME, NOTE)
    for code in STEADY:
        content["rules"][code]["escalates"] = False
    content["rating"] |= {"township_red_percent": 20, "township_yellow_percent": 10}
    content["rules"]["W21"]["yellow_percent"] = 82
    content["rules"]["W24"]["yellow_rise_wan"] = 5
    draft = draft_rules(by=people.staff, county=people.county, content=content, based_on=base)
    adopt(
        draft, by=people.minister, version=draft.version, effective_from=FROM, basis=BASIS,
        note=NOTE, on=ADOPTED_ON, at=datetime.combine(ADOPTED_ON, time(10), tzinfo=ZONE),
    )  # fmt: skip


def next_draft(people: People) -> None:
    """What the county thinks of for 2027: higher lines of income. Waits to be tried."""
    own = RuleSet.objects.get(county_code=people.county)
    content = _begun(own, DRAFT_NAME, "收入标准提高:6 万元以下为红色,12 万元以下为黄色。")
    content["rules"]["W22"] |= {"red_wan": 6, "yellow_wan": 12}
    draft_rules(by=people.staff, county=people.county, content=content, based_on=own)


def _begun(base: RuleSet, name: str, note: str) -> Content:
    head = {"name": name, "note": note, "effective_from": "", "issued_by": "中共示例县委组织部"}
    return {**content_of(base), **head}

"""What the demo county set aside for a while: snow, a removal, a colour set by hand; objections."""

from collections.abc import Sequence
from datetime import date

from config.demo.filing_story import BACKFILLED
from config.demo.ledgers.warning_people import People
from config.demo.months import LAST
from config.demo.today import on_day
from config.demo.troubles import SNOW, idle, picked, snowed_in
from config.demo.world import World
from rectification.warnings.actions import asking, disputing
from rectification.warnings.choices import Colour, DisputeCause, ExemptionKind
from rectification.warnings.models import Dispute
from villages.common.periods import Month
from villages.models import Village

OVERRIDE_WORDS = "厂房已与新企业签订意向协议,11 月进场,整改期内按黄色管理。"


def exempted(world: World, people: People, month: Month) -> None:
    """Asked for by the township while the month ran, decided by the department."""
    town, moved = BACKFILLED
    if month == moved:
        villages = [one for one in world.villages if one.township.name == town]
        words = "机关搬迁,网络中断,八月填报经批准推迟。"
        _exempt(people, villages, ExemptionKind.RELOCATION, ("W28",), month, words)
    if month == SNOW:
        words = "大雪封路,支委会和主题党日改在下月补开。"
        _exempt(people, snowed_in(world), ExemptionKind.SNOW, ("W05", "W06"), month, words)


def _exempt(
    people: People, villages: Sequence[Village], kind: str, rules: tuple[str, ...], month: Month,
    words: str,
) -> None:  # fmt: skip
    there = [one for one in villages if one.valid_from is None or one.valid_from <= month.end]
    clerk = people.clerks[there[0].township.code]
    day = month.start.replace(day=26)
    with on_day(day):
        asked = asking.ask_exemptions(
            by=clerk, villages=there, kind=kind, rules=rules, from_month=month.number,
            until_month=month.number, reason=words, on=day,
        )  # fmt: skip
        for one in asked:
            asking.approve(by=people.staff, row=one, on=day, text="情况属实,同意。")


def overridden(world: World, people: People) -> None:
    """One red village is shown yellow for a while, by two people, with a mark and an end."""
    day = date(2026, 10, 15)
    with on_day(day):
        row = asking.ask_override(
            by=people.staff, village=idle(world), colour=Colour.YELLOW, from_month=LAST.number,
            until_month=LAST.shift(2).number, reason=OVERRIDE_WORDS, on=day,
        )  # fmt: skip
        asking.approve(by=people.minister, row=row, on=day, text="同意,年底前复核。")


def objections(world: World, people: People) -> None:
    """One is right, one is not, one is still looked at."""
    told = (
        (LAST.previous(), "W26", "arrears", date(2026, 10, 12), "租金 9 月已打到村账,台账漏登。"),
        (LAST.previous(), "W10", "recruits", date(2026, 10, 13), "两年来一直有培养对象。"),
        (LAST.previous(), "W22", "income weak", date(2026, 10, 30), "林地承包款 9 月底才到账。"),
    )
    right, wrong, _open = (_objected(world, people, *one) for one in told)
    with on_day(date(2026, 10, 19)):
        words = "银行回单属实,请补登台账,下月重新评估。"
        disputing.uphold(
            by=people.staff,
            row=right,
            on=date(2026, 10, 16),
            cause=DisputeCause.DATA,
            answer=words,
        )
        words = "办法规定以接收预备党员为准,培养对象不计入,维持原判。"
        disputing.reject(by=people.staff, row=wrong, on=date(2026, 10, 19), answer=words)


def _objected(
    world: World, people: People, month: Month, rule: str, draw: str, day: date, claim: str
) -> Dispute:
    village = picked(world, draw)[0]
    clerk = people.clerks[village.township.code]
    with on_day(day):
        return disputing.open_dispute(
            by=clerk, village=village, month=month, rule=rule, claim=claim, on=day
        )

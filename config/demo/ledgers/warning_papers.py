"""Papers of the demo county about its reds: two are out, one waits to be checked."""

from datetime import date

from config.demo.ledgers.supervision_desk import Desk, desk_of, received, sent
from config.demo.world import World
from rectification.warnings.actions.papers import draft_papers
from rectification.warnings.choices import Level
from rectification.warnings.models import Alert
from villages.common.periods import Month

# Townships and whether their paper went out; all of them ask about reds raised since July.
TO = {"石桥镇": True, "柳泉镇": True, "清溪镇": False}
SINCE = Month(2026, 7)
DRAFTED_ON, SENT_ON, DUE_ON = date(2026, 10, 13), date(2026, 10, 14), date(2026, 11, 20)


def build(world: World) -> None:
    """After the evaluation of September the department wrote to three townships."""
    desk = desk_of(world)
    for name, out in TO.items():
        _paper(desk, name, out=out)


def _paper(desk: Desk, name: str, *, out: bool) -> None:
    rows = Alert.objects.in_county(desk.world.county.code).live().filter(
        level=Level.RED, village__township__name=name, raised_month__gte=SINCE.number,
        raised_at__date__lt=DRAFTED_ON,
    )  # fmt: skip
    [order] = draft_papers(
        by=desk.staff, alerts=rows.select_related("village__township"), on=DRAFTED_ON,
        requirement="逐村核实原因,11 月 20 日前反馈整改情况。", due_on=DUE_ON,
    )  # fmt: skip
    if out:
        for part in sent(desk, order, SENT_ON):
            received(desk, part)

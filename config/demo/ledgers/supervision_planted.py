"""What the demo county's orders and inspections have out of order, village by village."""

from collections.abc import Iterator

from config.demo.world import World
from rectification.supervision.inspection_states import FindingStatus
from rectification.supervision.models import Finding, OrderItem, OrderUnit


def supervised(world: World) -> Iterator[tuple[str, str, str, str]]:
    """Village, month, key and words of what nobody answered in time or took up yet. Two queries."""
    late = OrderUnit.objects.in_county(world.county.code).overdue(world.today)
    items = OrderItem.objects.filter(unit__in=late, village__isnull=False)
    for item in items.select_related("village", "unit__order"):
        why = f"{item.unit.order.number_shown} {item.unit.due_on} 到期没有反馈"
        yield item.village.code, f"{item.unit.due_on:%Y-%m}", "order-overdue", why
    rows = Finding.objects.in_county(world.county.code).filter(status=FindingStatus.OPEN)
    for one in rows.select_related("village", "site"):
        yield one.village.code, f"{one.site.visited_on:%Y-%m}", "finding-open", one.text

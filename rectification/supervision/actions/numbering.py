"""Numbers of orders: one series a house, kind and year, without gaps."""

from rectification.supervision.models import OrderSeries, SupervisionOrder


def next_number(order: SupervisionOrder, year: int) -> int:
    """The next number of the order's house and kind in a year, from 1.

    Call inside the transaction that uses it: the series is held until it ends, so that two people
    never get the same number, and a number that is not used in the end is given again.
    """
    series = {"house": order.from_code, "kind": order.kind, "year": year}
    OrderSeries.objects.get_or_create(**series, defaults={"county_code": order.county_code})
    row = OrderSeries.objects.select_for_update().get(**series)
    row.last += 1
    row.save(update_fields=["last"])
    number: int = row.last
    return number

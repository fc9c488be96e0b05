"""Which county a command means."""

import sys
from argparse import ArgumentParser

from villages.common import clock
from villages.models import County


def add_county_option(parser: ArgumentParser) -> None:
    """`--county CODE`, the same for every command."""
    parser.add_argument(
        "--county", default="", metavar="CODE", help="县代码(6 位);库中只有一个县时可省略"
    )


def county_or_exit(code: str) -> County:
    """The county of this code, or the only one; else lists the codes and exits with 2."""
    rows = County.objects.on(clock.today()).order_by("code")
    found: list[County] = list(rows.filter(code=code) if code else rows[:2])
    if len(found) == 1:
        return found[0]
    known = [f"{one.code} {one.name}" for one in rows[:50]]
    said = f"没有代码为 {code} 的县。" if code else "请用 --county 指明是哪个县。"
    print("\n".join([said, *known] if known else ["库中还没有县。"]), file=sys.stderr)  # noqa: T201
    raise SystemExit(2)

"""Published holiday calendars, as they were announced; later years are entered by the county."""

from collections.abc import Iterator
from datetime import date, timedelta

# name, first day off, days off, worked days in exchange
_YEARS = {
    2024: (
        ("元旦", (1, 1), 1, ()),
        ("春节", (2, 10), 8, ((2, 4), (2, 18))),
        ("清明节", (4, 4), 3, ((4, 7),)),
        ("劳动节", (5, 1), 5, ((4, 28), (5, 11))),
        ("端午节", (6, 10), 1, ()),
        ("中秋节", (9, 15), 3, ((9, 14),)),
        ("国庆节", (10, 1), 7, ((9, 29), (10, 12))),
    ),
    2025: (
        ("元旦", (1, 1), 1, ()),
        ("春节", (1, 28), 8, ((1, 26), (2, 8))),
        ("清明节", (4, 4), 3, ()),
        ("劳动节", (5, 1), 5, ((4, 27),)),
        ("端午节", (5, 31), 3, ()),
        ("国庆节、中秋节", (10, 1), 8, ((9, 28), (10, 11))),
    ),
    2026: (
        ("元旦", (1, 1), 3, ((1, 4),)),
        ("春节", (2, 15), 9, ((2, 14), (2, 28))),
        ("清明节", (4, 4), 3, ()),
        ("劳动节", (5, 1), 5, ((5, 9),)),
        ("端午节", (6, 19), 3, ()),
        ("中秋节", (9, 25), 3, ()),
        ("国庆节", (10, 1), 7, ((9, 20), (10, 10))),
    ),
}


def published() -> Iterator[tuple[date, bool, str, str]]:
    """Day, whether it is worked, name, basis."""
    for year, holidays in _YEARS.items():
        basis = f"国务院办公厅关于{year}年部分节假日安排的通知"
        for name, first, length, worked in holidays:
            start = date(year, *first)
            for offset in range(length):
                yield start + timedelta(days=offset), False, name, basis
            for month, day in worked:
                yield date(year, month, day), True, f"{name}调休上班", basis

"""What people call a report of a period. Pure."""


def report_name(period: str, kind: str) -> str:
    """Labels of period and kind as one name; what ends the one and begins the other is said once:
    2026年10月调度通报, 2026年三季度督导通报, 2026年上半年小结."""
    longest = min(len(period), len(kind))
    shared = next((n for n in range(longest, 0, -1) if period.endswith(kind[:n])), 0)
    return f"{period}{kind[shared:]}"

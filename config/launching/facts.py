"""What the preparation tells the launcher."""

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Facts:
    """Is this the demo county, its date, its accounts (name, role) and their password; the code
    that opens the first-run wizard while nobody has an account."""

    demo: bool = False
    today: str | None = None
    accounts: tuple[tuple[str, str], ...] = ()
    password: str | None = None
    setup_code: str | None = None


def parse(output: str) -> Facts:
    """Facts from the last line of the output (JSON); raises ValueError when there is none."""
    lines = output.strip().splitlines()
    raw = json.loads(lines[-1]) if lines else None
    if not isinstance(raw, dict):
        raise ValueError("no facts in the last line")
    accounts = tuple((str(name), str(label)) for name, label in raw.get("accounts") or ())
    told = raw.get("today"), accounts, raw.get("password"), raw.get("setup_code")
    return Facts(bool(raw.get("demo")), *told)

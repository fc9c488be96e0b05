"""The workbooks come in by the same door as anybody's: checked, saved, receipted, on record."""

from pathlib import Path

from config.demo.world import World
from villages.imports.declaring import sheet_kinds
from villages.imports.from_shell import Answer, Order, bring_in

FOLDER, PERIOD = Path(__file__).parent, "2026-10"
KINDS = {
    "team": "cadres", "members": "development-counts", "ledger": "cases", "works": "works-done",
}  # fmt: skip


def bring_in_sheet(world: World, name: str) -> Answer:
    """One of the four, as of the end of October. A fault in it is a fault of the demo."""
    answer = bring_in(
        Order(
            by=world.staff, kind=sheet_kinds()[KINDS[name]], path=FOLDER / f"{name}.xlsx",
            county=world.county.code, period=PERIOD,
        )
    )  # fmt: skip
    if not answer.saved:
        raise RuntimeError(f"{name}.xlsx: {answer.errors}")
    return answer

"""The ten-point scheme that a county starts with: judged results, no presence and no photos."""

from decimal import Decimal

ITEMS = (
    ("建强村党组织", Decimal(2)),
    ("推进强村富民", Decimal(2)),
    ("提升治理水平", Decimal(2)),
    ("为民办事服务", Decimal(2)),
    ("驻村纪律和作风", Decimal(2)),
)

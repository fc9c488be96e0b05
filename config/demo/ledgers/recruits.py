"""Recruits and joint bodies of the demo county."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from branches import models
from config.demo.world import World


def stages(world: World) -> Iterator[dict[str, Any]]:
    """Counts of every month; a village recruits about every other year."""
    dice = world.dice("recruit counts")
    stalled = set(world.picked("recruits", 4))
    for village in world.villages:
        turn = dice.randint(0, 11)
        for month in world.months:
            accepted = month.month % 12 == turn and village not in stalled
            yield {
                "village": village, "month": month.number, "applicants": dice.randint(2, 6),
                "activists": dice.randint(1, 3), "candidates": int(dice.random() < 0.4),
                "accepted": int(accepted),
                "turned": int(month.month % 12 == (turn + 1) % 12 and month.year > 2025),
                "prolonged": 0, "cancelled": 0,
            }  # fmt: skip


def records(world: World, own: list[models.PartyBranch]) -> Iterator[dict[str, Any]]:
    """Every third branch has somebody on the way; two were hurried."""
    dice = world.dice("recruits")
    hurried = set(world.picked("recruit hurried", 2))
    for place, one in enumerate(own):
        if place % 3 == 0 or one.village in hurried:
            yield _record(one, dice, one.village in hurried)


def _record(one: models.PartyBranch, dice: Random, hurried: bool) -> dict[str, Any]:
    applied = date(2023, dice.randint(1, 12), dice.randint(1, 28))
    activist = applied + timedelta(days=dice.randint(190, 240))
    candidate = activist + timedelta(days=200 if hurried else dice.randint(370, 400))
    assembly = candidate + timedelta(days=dice.randint(120, 160))
    return {
        "village": one.village, "branch": one, "serial": "2023-01", "stage": "probationary",
        "age": dice.randint(19, 34), "applied_on": applied,
        "talked_on": applied + timedelta(days=dice.randint(5, 25)), "activist_on": activist,
        "activist_filed_on": activist + timedelta(days=7), "contacts": 2,
        "reviewed_on": activist + timedelta(days=170),
        "publicity_from": candidate - timedelta(days=12),
        "publicity_to": candidate - timedelta(days=3), "candidate_on": candidate,
        "introducers": 2, "political_review_on": candidate + timedelta(days=30),
        "training_days": 3, "training_hours": 24,
        "pre_review_on": assembly - timedelta(days=14), "assembly_on": assembly,
        "approved_on": assembly + timedelta(days=40), "oath_on": assembly + timedelta(days=55),
    }  # fmt: skip


def joint_bodies(world: World) -> None:
    """A consortium of four villages with shares, and a chain branch with a company in it."""
    villages = [one for one in world.villages if one.township.name == "清溪镇"][4:8]
    consortium = _body(world, "清溪河流域党建共同体", "consortium", villages[0].name)
    chain = _body(world, "柑橘产业链党组织", "chain", "示例县农业发展公司")
    shares = (Decimal(40), Decimal(25), Decimal(20), Decimal(15))
    rows = [
        models.JointMember(
            body=consortium, county_code=world.county.code, village=village,
            joined_on=consortium.founded_on, share_percent=share,
        )
        for village, share in zip(villages, shares, strict=True)
    ]  # fmt: skip
    rows += [
        models.JointMember(
            body=chain, county_code=world.county.code, village=village,
            joined_on=chain.founded_on,
        )
        for village in world.picked("chain", 3)
    ]  # fmt: skip
    rows.append(
        models.JointMember(
            body=chain,
            county_code=world.county.code,
            unit_name="示例县农业发展公司",
            joined_on=chain.founded_on,
        )
    )
    models.JointMember.objects.bulk_create(rows)


def _body(world: World, name: str, kind: str, lead: str) -> models.JointBody:
    return models.JointBody.objects.create(
        county_code=world.county.code, name=name, kind=kind, lead=lead,
        founded_on=date(2024, 3, 15), approved_on=date(2024, 3, 8),
        approval_no="示组复〔2024〕5号", stated_on=date(2026, 6, 30), cooperatives=3,
        households=426, pooled_mu=Decimal("1830.50"), income_fen=128_460_000,
    )  # fmt: skip

"""Checks that read single vouchers. Pure: without vouchers they say nothing."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from collective_economy.checks.facts import CheckFacts, Hit, Limits, Payment
from collective_economy.choices import OPERATING_TYPE
from collective_economy.kinds import PartyKind
from villages.common.money import yuan_text

# Names of accounts and usual words of purposes in the accounting system (财会〔2023〕14号).
_SUBSIDY = (_("补助"), "财政", "拨款", "专项资金", "转移支付")
_LAND = (_("征地补偿"), "土地补偿", "征收补偿", "青苗补偿", "公积公益金", "专项应付款")
_LOAN = (_("借款"), "贷款", "短期借款", "长期借款", "应付款", "垫资")
_RENT = (_("租"), "发包", "承包", "流转费")
_SHOWN = 5


def subsidy_as_operating(facts: CheckFacts, limits: Limits) -> Hit | None:
    """1. Subsidies booked as operating income: the payer is a government unit, or the account
    and purpose say so."""
    return _hit(
        one
        for one in facts.receipts
        if one.category in OPERATING_TYPE
        and (one.party_kind == PartyKind.GOVERNMENT or _says(one, _SUBSIDY))
    )


def stands_twice(facts: CheckFacts, limits: Limits) -> Hit | None:
    """2. The same voucher or bank serial twice, or the same amount on the same day in two
    villages: joint projects must be split."""
    return _hit(facts.doubled)


def round_numbers(facts: CheckFacts, limits: Limits) -> Hit | None:
    """4. Most entries are multiples of ten thousand yuan."""
    receipts = facts.receipts
    even = [one for one in receipts if one.fen % limits.round_fen == 0]
    if len(receipts) < limits.round_least:
        return None
    if len(even) * 100 < len(receipts) * limits.round_percent:
        return None
    return Hit(((_("整万元的凭证"), f"{len(even)}/{len(receipts)}"),))


def contracts_imply_less(facts: CheckFacts, limits: Limits) -> Hit | None:
    """6. The contracts' yearly amounts explain too little of the rent received."""
    rents = sum(one.fen for one in facts.receipts if _says(one, _RENT))
    if not rents or facts.contracts_fen is None:
        return None
    if facts.contracts_fen * 100 >= rents * limits.contract_percent:
        return None
    return Hit(
        ((_("租金收入"), f"{yuan_text(rents)} 元"),
         (_("合同年租金合计"), f"{yuan_text(facts.contracts_fen)} 元"))
    )  # fmt: skip


def unbacked(facts: CheckFacts, limits: Limits) -> Hit | None:
    """7. Larger income without decision, contract or source document."""
    return _hit(
        one
        for one in facts.receipts
        if one.fen >= limits.unbacked_fen
        and not (one.decision_no or one.contract_no or one.has_attachment)
    )


def land_compensation(facts: CheckFacts, limits: Limits) -> Hit | None:
    """13. Compensation for land, which belongs to the reserve fund, booked as income."""
    return _hit(one for one in facts.receipts if one.category and _says(one, _LAND))


def loans_as_income(facts: CheckFacts, limits: Limits) -> Hit | None:
    """14. Borrowed money booked as income."""
    return _hit(one for one in facts.receipts if one.category and _says(one, _LOAN))


def _says(one: Payment, words: Iterable[str]) -> bool:
    return any(word in one.words for word in words)


def _hit(found: Iterable[Payment]) -> Hit | None:
    some = list(found)
    if not some:
        return None
    lines = [(f"{one.dated_on} {one.voucher_no}", f"{yuan_text(one.fen)} 元({one.party})")
             for one in some[:_SHOWN]]  # fmt: skip
    more = [(_("另有凭证"), f"{len(some) - _SHOWN} 张")] if len(some) > _SHOWN else []
    return Hit((*lines, *more))

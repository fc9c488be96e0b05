"""The ledgers of collective economy, one module per subject."""

from collective_economy.ledgers.costs import COSTS, PASS_THROUGHS, VOUCHERS
from collective_economy.ledgers.debts import DEBTS, LOANS, REPAYMENTS
from collective_economy.ledgers.holdings import ASSETS, CONTRACTS, PAYMENTS, PLOTS
from collective_economy.ledgers.plans import PLANS, SUPPORTED
from collective_economy.ledgers.projects import FUNDS, INCOMES, PROJECTS, SHARES
from collective_economy.ledgers.sharing import DIVIDENDS, REWARDS

LEDGERS = (
    PLANS,
    COSTS,
    SUPPORTED,
    PROJECTS,
    FUNDS,
    INCOMES,
    SHARES,
    CONTRACTS,
    PAYMENTS,
    ASSETS,
    PLOTS,
    DEBTS,
    REPAYMENTS,
    LOANS,
    DIVIDENDS,
    REWARDS,
    VOUCHERS,
    PASS_THROUGHS,
)

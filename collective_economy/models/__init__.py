"""What village collectives earn, own, owe, and how it was checked."""

from collective_economy.models.assets import Asset, ResourcePlot
from collective_economy.models.contracts import Contract, ContractPayment
from collective_economy.models.costs import EconomyCost
from collective_economy.models.debts import Debt, DebtRepayment
from collective_economy.models.income import IncomeEntry
from collective_economy.models.plans import IncomePlan, SupportVillage
from collective_economy.models.projects import Project, ProjectFund, ProjectIncome, ProjectVillage
from collective_economy.models.review import CheckAnswer, PlatformTotal
from collective_economy.models.sharing import Dividend, Reward, SubsidisedLoan
from collective_economy.models.vouchers import PassThrough, Voucher

__all__ = [
    "Asset",
    "CheckAnswer",
    "Contract",
    "ContractPayment",
    "Debt",
    "DebtRepayment",
    "Dividend",
    "EconomyCost",
    "IncomeEntry",
    "IncomePlan",
    "PassThrough",
    "PlatformTotal",
    "Project",
    "ProjectFund",
    "ProjectIncome",
    "ProjectVillage",
    "ResourcePlot",
    "Reward",
    "SubsidisedLoan",
    "SupportVillage",
    "Voucher",
]

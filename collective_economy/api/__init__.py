"""Collective economy for programs."""

from collective_economy.api.figure_views import IncomeFiguresView
from collective_economy.api.income import Income
from collective_economy.api.questions import CheckAnswers, EconomyQuestions

__all__ = ["CheckAnswers", "EconomyQuestions", "Income", "IncomeFiguresView"]

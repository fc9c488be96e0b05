"""Collective income, projects, contracts, debts."""

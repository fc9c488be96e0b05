"""Which light a day gives. Pure."""

from datetime import date, timedelta

from villages.common.workdays import Adjusted, add_workdays, workdays_between

GREEN, YELLOW, RED, GREY = "green", "yellow", "red", "grey"


def colour_of(due_on: date, on: date, calendar: Adjusted, *, near: int) -> str:
    """Red after the day, yellow with at most `near` working days left, else green."""
    if on > due_on:
        return RED
    return YELLOW if workdays_between(on, due_on, calendar) <= near else GREEN


def last_yellow(on: date, calendar: Adjusted, *, near: int) -> date:
    """The last day that is yellow: with one working day more it would be green."""
    return add_workdays(on, near + 1, calendar) - timedelta(days=1)

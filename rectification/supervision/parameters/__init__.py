"""Numbers that decide about orders, one module a subject."""

from rectification.supervision.parameters import contests, inspections, orders, voices

__all__ = ["contests", "inspections", "orders", "voices"]

"""Numbers that decide about orders, one module a subject."""

from rectification.supervision.parameters import contests, inspections, notices, orders, voices

__all__ = ["contests", "inspections", "notices", "orders", "voices"]

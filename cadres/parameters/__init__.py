"""Numbers that decide about cadres, one module a subject."""

from cadres.parameters import dispositions, posts, resident, reviews

__all__ = ["dispositions", "posts", "resident", "reviews"]

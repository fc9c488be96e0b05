"""Kinds of helpers that a county starts with."""

KINDS = ("科技特派员", "乡村振兴指导员", "乡贤")

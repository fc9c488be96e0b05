"""Pages around a list: how it looks, which questions are kept."""

"""Schemes by which branches are measured: words, content, periods, files, defaults."""

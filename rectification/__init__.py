"""Rectification of backward villages: screening, cases, acceptance, revisit."""

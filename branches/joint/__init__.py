"""Bodies that reach across villages: words, shares, splitting."""

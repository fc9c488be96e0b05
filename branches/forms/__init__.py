"""Forms of party organizations."""

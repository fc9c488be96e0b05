"""Pages of party organizations."""

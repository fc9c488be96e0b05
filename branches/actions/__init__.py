"""Acts on party organizations."""

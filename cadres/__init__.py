"""Village cadres, first secretaries, joint review, dispositions."""

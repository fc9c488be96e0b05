"""How acts on cases read in the trail, one module a subject."""

"""How acts of supervision read in the trail, one module a subject."""

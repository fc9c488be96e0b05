"""How messages leave the portal: one module a way, each gives what came of an attempt."""

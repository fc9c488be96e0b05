"""Files of case papers: what is taken, and where it is kept."""

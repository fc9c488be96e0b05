"""Standard library only: values and words that every app shares."""

"""One list component for every app."""

"""What changes the books of village collectives."""

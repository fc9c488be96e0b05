"""What decides rules and colours."""

"""What decides about orders. Pure."""

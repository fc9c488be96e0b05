"""What reports speak about: one topic a file, each `tell(asked) -> Told`."""

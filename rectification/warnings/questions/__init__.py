"""What seems worth asking about: pure detectors, one module a kind; none gives a verdict."""

"""What people do with indicators."""

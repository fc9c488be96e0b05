"""What makes and changes reports."""

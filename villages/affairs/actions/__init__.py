"""What people do with village facts beyond keeping rows."""

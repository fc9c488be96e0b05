"""What a county without its own lists begins with."""

"""Party organizations of villages: branches, posts, meetings, development, standards."""

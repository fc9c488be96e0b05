"""Year-end assessment of townships (年终考核): rules that are pure, and what they are read from."""

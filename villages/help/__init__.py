"""Help in the product: pages in Markdown, found by task, by role, by word and by page."""

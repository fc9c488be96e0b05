"""Orders on paper: what they say, gathered from the rows, drawn as a document."""

"""What is computed of cases, as resources of the API."""

"""Background work: one durable row per job."""

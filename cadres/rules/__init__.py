"""What the ledgers of cadres allow: pure judgements."""

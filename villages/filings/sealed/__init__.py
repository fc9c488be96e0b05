"""The month as a workbook that is filled anywhere and comes back exactly once."""

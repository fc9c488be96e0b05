"""What every printed document of the portal is made of: page, fonts, strokes, tables, packing."""

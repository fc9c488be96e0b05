"""The batch of 2026 as a county hands it over: four workbooks and where they come from.

32 villages; the figures of the worked example are those of these sheets and of nothing else.
`drawing.py` draws the workbooks (`python -m config.demo.worked_example.drawing`), `bringing_in.py`
takes them through the same import as `manage.py import_sheet`.
"""

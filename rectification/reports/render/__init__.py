"""From content to paper: the same content and template give the same bytes."""

from rectification.reports.render.files import RenderedFile, render

__all__ = ["RenderedFile", "render"]

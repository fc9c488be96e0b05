"""From content to paper: the same content and template give the same bytes."""

from rectification.reports.render.files import RENDERER, RenderedFile, render

__all__ = ["RENDERER", "RenderedFile", "render"]

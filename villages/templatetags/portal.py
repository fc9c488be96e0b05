"""Everything templates load with `{% load portal %}`: one library, written in four files."""

from django import template

from villages.templatetags import portal_blocks, portal_charts, portal_figures, portal_forms

register = template.Library()
for part in (portal_figures, portal_charts, portal_forms, portal_blocks):
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)

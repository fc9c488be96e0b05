"""Addresses of the warnings; fixed words stand before a month."""

from rectification.warnings.routes import colours, events, questions, rule_sets, trying

app_name = "warnings"
urlpatterns = [
    *rule_sets.urlpatterns, *events.urlpatterns, *trying.urlpatterns, *questions.urlpatterns,
    *colours.urlpatterns,
]  # fmt: skip

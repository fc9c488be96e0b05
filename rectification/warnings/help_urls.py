"""Addresses among the help pages that are made of the rules."""

from django.urls import path

from rectification.warnings.views import catalogue

app_name = "rules_help"
urlpatterns = [path("", catalogue.rule_catalogue, name="catalogue")]

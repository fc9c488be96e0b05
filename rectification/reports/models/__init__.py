"""Reports, their figures, files and templates."""

from rectification.reports.models.parts import ReportFigure, ReportFile, ReportTemplate
from rectification.reports.models.reports import Report

__all__ = ["Report", "ReportFigure", "ReportFile", "ReportTemplate"]

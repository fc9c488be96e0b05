"""Reports, their parts, what a county lays down about them, who got them, what was due."""

from rectification.reports.models.assessed import Assessment, AssessmentSheet
from rectification.reports.models.assessment import AssessmentBlock, AssessmentScheme, VetoGround
from rectification.reports.models.assessment_entries import AssessmentEntry
from rectification.reports.models.assessment_objections import AssessmentObjection
from rectification.reports.models.delivery import ReportDownload, ReportRecipient
from rectification.reports.models.parts import ReportFigure, ReportFile, ReportTemplate
from rectification.reports.models.reports import Report
from rectification.reports.models.running import ReportRun
from rectification.reports.models.settings import ReportHead, ReportSeries, TemplateEdition

__all__ = [
    "Assessment", "AssessmentBlock", "AssessmentEntry", "AssessmentObjection", "AssessmentScheme",
    "AssessmentSheet", "Report", "ReportDownload", "ReportFigure", "ReportFile", "ReportHead",
    "ReportRecipient", "ReportRun", "ReportSeries", "ReportTemplate", "TemplateEdition",
    "VetoGround",
]  # fmt: skip

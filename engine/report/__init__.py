"""Reports: one neutral document out of an assessment, and what renders it."""

from engine.report.document import document

__all__ = ["document"]

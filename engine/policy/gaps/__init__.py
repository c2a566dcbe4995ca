"""Lays a register of existing measures over what type and phase need, and explains every line of what it finds."""

from engine.policy.gaps.check import check_gaps, fiscal_year_of
from engine.policy.gaps.explaining import explain_gap

__all__ = ["check_gaps", "explain_gap", "fiscal_year_of"]

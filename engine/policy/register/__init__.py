"""Reads a municipality's register of measures (事業一覧) from Excel and CSV, as such registers are kept."""

from engine.policy.register.grid import Opened, Sheet
from engine.policy.register.layouts import ColumnSeen, Proposal, proposed, proposed_at, to_read
from engine.policy.register.opening import open_register
from engine.policy.register.taking import read_register, taken

__all__ = [
    "ColumnSeen",
    "Opened",
    "Proposal",
    "Sheet",
    "open_register",
    "proposed",
    "proposed_at",
    "read_register",
    "taken",
    "to_read",
]

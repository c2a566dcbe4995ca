"""Reads ``knowledge/`` and ``rules/``, resolves every reference, and gives a verified Book."""

from engine.book.loading import load

__all__ = ["load"]

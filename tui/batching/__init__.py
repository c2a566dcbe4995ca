"""Checks a whole folder of consultations with their registers, over processes, into one summary."""

"""Keeps answers: as YAML files (``answer_file``) and in a database (``database``).

Nothing is imported here: only ``database`` loads SQLAlchemy, and who reads a file must not wait for it.
"""

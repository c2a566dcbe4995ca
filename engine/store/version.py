"""The version of the tables, told apart from ``schema`` for who reads without SQLAlchemy."""

VERSION = 4

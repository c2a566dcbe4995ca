"""Proves the knowledge base sound: checks that need inference. For ``shuseki check`` and tests, never at load."""

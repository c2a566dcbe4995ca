"""The types everything speaks in. Imports nothing else of ours."""

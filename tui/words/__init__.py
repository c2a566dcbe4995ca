"""The words of the command line, in both languages."""

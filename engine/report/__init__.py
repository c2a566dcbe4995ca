"""Reports: one neutral document out of an assessment (``document``), and what renders it.

Nothing is imported here: the interview shows some of the words of reports, and must not wait for all of them.
"""

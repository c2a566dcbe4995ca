"""Documents of the gap check: the register of existing measures laid over what type and phase need.

Nothing is imported here, so that a face that wants one of the words does not wait for all of the documents.
"""

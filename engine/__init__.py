"""All that thinks and keeps: model, book, inference, assessment, interview, store. Imports no terminal interface."""

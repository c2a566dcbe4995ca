"""All that meets a person: the command line and the terminal interface."""

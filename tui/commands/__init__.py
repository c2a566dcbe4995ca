"""The commands, a module each. Each loads what it needs when it runs."""

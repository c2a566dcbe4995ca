"""How many ways of breaking a rule are noticed: ``make mutation``."""

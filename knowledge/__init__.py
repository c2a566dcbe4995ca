"""What the study says, as data: YAML by kind. Read by ``engine.book``."""

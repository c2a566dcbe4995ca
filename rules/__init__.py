"""When a conclusion follows, as data: YAML by stage. Read by ``engine.book``."""

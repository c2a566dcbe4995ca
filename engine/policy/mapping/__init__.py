"""Finds which generic measures an existing one may serve, by its words, and what people have confirmed of it."""

from engine.policy.mapping.building import built, index_for
from engine.policy.mapping.confirming import key_of, mapped
from engine.policy.mapping.index import Index
from engine.policy.mapping.suggesting import suggest

__all__ = ["Index", "built", "index_for", "key_of", "mapped", "suggest"]

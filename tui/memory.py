"""Keeps the C library of Linux from holding a heap for every thread, which took a third of all memory."""

import sys

_ARENA_MAX = -8
"""The parameter of ``mallopt`` for the number of heaps."""


def one_heap() -> bool:
    """From now on no thread gets a heap of its own; whether this C library could be told. Before there are threads.

    What is worked out ahead fills and frees megabytes for every answer, by turns in several threads; what is free in
    the heap of one is of no use to the others. Python lets one thread work at a time, so that one heap is enough.
    """
    if sys.platform != "linux":
        return False
    import ctypes

    try:
        return bool(ctypes.CDLL(None).mallopt(_ARENA_MAX, 1))
    except (OSError, AttributeError):
        return False

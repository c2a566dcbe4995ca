"""A C library that knows heaps is told; any other is left alone."""

import platform
import sys

import pytest

from tui import memory


def test_the_c_library_of_linux_takes_it():
    assert memory.one_heap() is (platform.libc_ver()[0] == "glibc")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_nothing_is_done(system, monkeypatch):
    monkeypatch.setattr(sys, "platform", system)
    assert memory.one_heap() is False


def test_a_c_library_without_it_is_left_alone(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("ctypes.CDLL", lambda name: object())
    assert memory.one_heap() is False

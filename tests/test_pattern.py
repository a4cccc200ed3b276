"""Patterns that are compiled late are like all others, except for when."""

import copy
import re

import pytest

from mapapp.pattern import lazy


def test_a_late_pattern_does_what_a_pattern_does() -> None:
    """Text and bytes, with flags, by every method that the code asks for."""
    late, early = lazy(r"(\w)-(\d+)", re.IGNORECASE), re.compile(r"(\w)-(\d+)", re.IGNORECASE)
    for text in ("A-12, b-3", "", "nothing"):
        assert late.findall(text) == early.findall(text)
        assert late.sub(r"\2", text) == early.sub(r"\2", text)
        assert late.split(text) == early.split(text)
        assert bool(late.search(text)) == bool(early.search(text)) and bool(late.match(text)) == bool(early.match(text))
    assert late.pattern == early.pattern and late.flags == early.flags
    assert lazy(rb"\xff+").findall(b"a\xff\xff") == [b"\xff\xff"]


def test_it_is_compiled_when_it_is_used_and_not_before() -> None:
    """A mistake in one is found by its first use, and so are the modules quick to read."""
    broken = lazy("(")
    with pytest.raises(re.error):
        broken.search("text")


def test_it_can_be_copied() -> None:
    """What is asked of every object, such as how to copy it, is no method of a pattern."""
    assert copy.copy(lazy("a+")).fullmatch("aaa")

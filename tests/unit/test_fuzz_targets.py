"""What is fuzzed at length elsewhere runs here on a few inputs, without the fuzzer."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import PAYLOADS, hostile_texts

sys.path.insert(0, str(Path(__file__).parents[2] / "fuzz"))
from targets import TARGETS


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_what_is_hostile_is_taken(name: str, payload: str) -> None:
    TARGETS[name](encoded(payload))


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=60)
@given(data=st.binary(max_size=200) | hostile_texts().map(encoded))
def test_any_bytes_are_taken(name: str, data: bytes) -> None:
    TARGETS[name](data)

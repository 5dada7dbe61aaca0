"""What is written down of a fault: where it happened, not what was read."""

from pathlib import Path

import pytest

from tuireader.storage.crashes import KEPT, crash_report, write_crash


def fault(secret: str) -> Exception:
    try:
        try:
            raise OSError(28, secret, secret)
        except OSError as error:
            raise ValueError(secret) from error
    except ValueError as error:
        return error


def test_kind_and_place_are_told_and_no_message() -> None:
    report = crash_report(fault("the words of the article"))
    assert "builtins.OSError 28" in report
    assert report.index("OSError") < report.index("which led to") < report.index("ValueError")
    assert "test_crashes.py:" in report
    assert "in fault" in report
    assert "article" not in report
    assert str(Path.home()) not in report
    assert "tuireader " in report.splitlines()[0]


def test_each_fault_of_a_group_is_told() -> None:
    report = crash_report(ExceptionGroup("several", [KeyError("a"), fault("b")]))
    assert report.count("KeyError") == report.count("ValueError") == 1


def test_a_circle_of_causes_has_an_end() -> None:
    one, other = ValueError("1"), KeyError("2")
    one.__cause__, other.__cause__ = other, one
    assert crash_report(one).count("KeyError") == 1


def test_of_a_deep_recursion_the_end_is_told() -> None:
    def dive(depth: int) -> None:
        if not depth:
            raise RecursionError
        dive(depth - 1)

    with pytest.raises(RecursionError) as caught:
        dive(500)
    report = crash_report(caught.value)
    assert "frames before" in report
    assert report.count("in dive") < 100


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    written = [write_crash(KeyError(), tmp_path / "kept") for _ in range(KEPT + 3)]
    assert sorted((tmp_path / "kept").iterdir()) == sorted(written)[-KEPT:]

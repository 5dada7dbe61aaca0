"""Fuzzes one target with atheris: `python fuzz/run.py loader -max_total_time=60`.

`pip install atheris` first; it has no wheels for every system, so no extra of the project names
it. The targets run without it in the tests, on a few inputs.
"""

import sys

import atheris

with atheris.instrument_imports(include=["tuireader"]):
    from targets import TARGETS


def main() -> None:
    """Run the target that the first argument names; the rest are options of libFuzzer."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"Name a target: {', '.join(TARGETS)}.")
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

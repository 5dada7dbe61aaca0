"""tuireader: an article in the terminal, with who speaks, which figures and what is claimed."""


def __getattr__(name: str) -> str:
    """Look the version up when it is asked for: that takes 15 ms, which the first paint needs."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import version

    return version("tuireader")

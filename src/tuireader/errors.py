"""What can go wrong, said so that a reader knows what to do."""

FAILED = 2
"""Exit code when nothing could be done."""


class TuireaderError(Exception):
    """Something that the reader of the article can understand and act on.

    Args:
        message: One sentence that names the file or the setting and what is wrong with it.
        hint: What to do about it; empty when there is nothing to be done.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Return the message and the hint as one line."""
        return f"{self.message} {self.hint}".strip()


class ArticleError(TuireaderError):
    """An article could not be opened."""


class PipelineError(TuireaderError):
    """The language pipeline that finds speakers, figures and claims is missing or broken."""


class ConfigError(TuireaderError):
    """The configuration file can't be used as it stands."""


class ExportError(TuireaderError):
    """The findings could not be written."""

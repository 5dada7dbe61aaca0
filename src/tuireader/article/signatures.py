"""What a file is that is not a text: told by its first bytes or by its control characters."""

import re

_SAMPLE = 65_536

_SIGNATURES: tuple[tuple[bytes, int, str], ...] = (
    (b"%PDF-", 0, "a PDF document"),
    (b"{\\rtf", 0, "a rich text (RTF) document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "an old Microsoft Office document"),
    (b"\x89PNG\r\n\x1a\n", 0, "a PNG image"),
    (b"\xff\xd8\xff", 0, "a JPEG image"),
    (b"GIF87a", 0, "a GIF image"),
    (b"GIF89a", 0, "a GIF image"),
    (b"WEBP", 8, "a WebP image"),
    (b"WAVE", 8, "a sound recording"),
    (b"AVI ", 8, "a video"),
    (b"ftyp", 4, "a video or a photo"),
    (b"\x1aE\xdf\xa3", 0, "a video"),
    (b"ID3", 0, "a sound recording"),
    (b"OggS", 0, "a sound recording"),
    (b"fLaC", 0, "a sound recording"),
    (b"II*\x00", 0, "a TIFF image"),
    (b"MM\x00*", 0, "a TIFF image"),
    (b"\x1f\x8b", 0, "a gzip archive"),
    (b"BZh", 0, "a bzip2 archive"),
    (b"\xfd7zXZ\x00", 0, "an xz archive"),
    (b"(\xb5/\xfd", 0, "a Zstandard archive"),
    (b"7z\xbc\xaf'\x1c", 0, "a 7z archive"),
    (b"Rar!\x1a\x07", 0, "a RAR archive"),
    (b"ustar", 257, "a tar archive"),
    (b"\x7fELF", 0, "a program"),
    (b"SQLite format 3\x00", 0, "a database"),
    (b"\xca\xfe\xba\xbe", 0, "a program"),
    (b"\xcf\xfa\xed\xfe", 0, "a program"),
    (b"bplist0", 0, "a Safari web archive or property list"),
)
_ZIPPED = (
    (b"word/", "a Word document (DOCX)"),
    (b"xl/", "an Excel workbook (XLSX)"),
    (b"ppt/", "a PowerPoint presentation (PPTX)"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub", "an EPUB book"),
)
_CONTROLS = re.compile(rb"[\x00-\x07\x0e-\x1a\x1c-\x1f]")
_TOLERATED = 0.02
"""Share of control bytes up to which a file still counts as text with a few strange characters."""

_STRAY = 8
"""Control bytes that even the shortest text may have."""


def binary_kind(data: bytes) -> str | None:
    """Name what the bytes look like if they are not a text ("a PDF document"); else None."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(data)
    for magic, offset, name in _SIGNATURES:
        if data.startswith(magic, offset) and (offset or _is_binary_or_document(data, magic)):
            return name
    if data.startswith(b"MZ") and b"\0" in data[:512]:
        return "a program"
    return None


def has_binary_controls(data: bytes) -> bool:
    """Whether so many bytes are control characters that no reader would call it a text."""
    sample = data[:_SAMPLE]
    return len(_CONTROLS.findall(sample)) > _TOLERATED * len(sample) + _STRAY


def _is_binary_or_document(data: bytes, magic: bytes) -> bool:
    """Guard the short signatures that a text may begin with, such as "ID3" or "BZh"."""
    return len(magic) > 4 or not data[:1024].isascii() or b"\0" in data[:1024]


def _zip_kind(data: bytes) -> str:
    """Name a ZIP file by the members that its first kilobytes and its directory list."""
    names = data[:8192] + data[-8192:]
    return next((name for part, name in _ZIPPED if part in names), "a ZIP archive")

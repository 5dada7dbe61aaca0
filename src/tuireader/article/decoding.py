"""Bytes to text: which encoding a file is in."""

import codecs
import re
from typing import NamedTuple

from tuireader.article.sanitizing import unusual_characters

SAMPLE = 65_536
"""Bytes that are looked at to guess an encoding; a detector takes a second for each megabyte."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SEVEN_BIT = frozenset({"iso2022_jp", "iso2022_kr", "hz"})
_FALLBACK = "cp1252"
_CANDIDATES = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "iso8859_2"),
    *("mac_roman", "koi8_r", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
)
_FEW = 8
"""Bytes beyond ASCII below which the detector has nothing to go by."""

# Not compiled before a file needs them, which few do.
_BEYOND_ASCII = rb"[\x80-\xff]"
_META = (
    rb"""(?i)<meta\b[^>]{0,400}?charset\s*=\s*["']?\s*([a-z0-9_.:-]{1,40})"""
    rb"""|<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_.:-]{1,40})"""
)
_LINE_ENDS = "[\x0b\x0c\x85\u2028\u2029]"
_SOFT_BREAK = "\u00ad[ \t]*\n[ \t]*"

# Browsers read these labels as the Windows code pages that contain them; so did the authors.
_AS_BROWSERS_READ = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_UNTIDY = re.compile("[\x0b\x0c\x85\u2028\u2029\u00ad\u200b\u200e\u200f\u2060\ufeff]")


class Decoded(NamedTuple):
    """The text of a file."""

    text: str
    """The text; every line ends with a newline character."""

    encoding: str
    """How the bytes were read, as Python names it."""

    guessed: bool = False
    """Whether the encoding was worked out from the letters and may be wrong."""

    unreadable: int = 0
    """How many places could not be read and became "�"."""


def decode(data: bytes, *, html: bool = False) -> Decoded:
    """Decode the bytes of a text file.

    The ladder: byte order mark, UTF-16 by its pattern of NUL bytes, UTF-8, the charset that an
    HTML page declares, UTF-8 with a little damage, a detector, Windows-1252.

    Args:
        data: The whole file.
        html: Whether to respect a charset that is declared in the page.
    """
    declared = _declared(data) if html else None
    found = _by_mark(data) or _by_rule(data, declared) or _by_guess(data)
    return found._replace(text=_tidy(found.text))


def utf16_without_mark(data: bytes) -> str | None:
    """Tell which UTF-16 a text is in by where its NUL bytes stand; None if it is not."""
    sample = data[:4096]
    pairs = len(sample) // 2
    if pairs < 2 or not sample.count(0):
        return None
    even, odd = sample[0 : 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if odd >= 0.6 * pairs and even <= 0.02 * pairs:
        return "utf-16-le"
    if even >= 0.6 * pairs and odd <= 0.02 * pairs:
        return "utf-16-be"
    return None


def _tidy(text: str) -> str:
    """Give all lines the same end and drop the invisible aids of typesetting."""
    if "\r" in text:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    if _UNTIDY.search(unusual_characters(text)):
        return drop_invisible(re.sub(_LINE_ENDS, _line_end, text))
    return text


def drop_invisible(text: str) -> str:
    """Drop soft hyphens, zero width spaces and direction marks.

    They split words for a search and for the parser, and nobody can see them.
    """
    if text.isascii() or not _INVISIBLE.search(text):
        return text
    return _INVISIBLE.sub("", re.sub(_SOFT_BREAK, "", text))


def _line_end(match: re.Match[str]) -> str:
    """Return what stands for a rare line end: only U+2029 ends a paragraph, too."""
    return "\n\n" if match.group() == "\u2029" else "\n"


def _by_mark(data: bytes) -> Decoded | None:
    """Decode by the byte order mark, if there is one."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _lossy(data[len(mark) :], encoding)
    return None


def _by_rule(data: bytes, declared: str | None) -> Decoded | None:
    """Decode where the bytes themselves tell how, or the page does."""
    if wide := utf16_without_mark(data):
        return _lossy(data, wide)
    ladder = [declared, "utf-8"] if declared in _SEVEN_BIT else ["utf-8", declared]
    for encoding in ladder:
        if encoding and (text := _strict(data, encoding)) is not None:
            return Decoded(text, encoding)
    return _damaged_utf8(data)


def _by_guess(data: bytes) -> Decoded:
    """Decode in the encoding that makes the likeliest letters."""
    for encoding in (_detected(data), _FALLBACK):
        if encoding and (text := _strict(data, encoding)) is not None:
            return Decoded(text, encoding, guessed=True)
    return _lossy(data, _FALLBACK)._replace(guessed=True)


def _strict(data: bytes, encoding: str) -> str | None:
    """Decode, or return None if one byte does not fit."""
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _lossy(data: bytes, encoding: str) -> Decoded:
    """Decode and count what can't be read."""
    text = data.decode(encoding, errors="replace")
    try:
        unreadable = text.count("\ufffd") - data.count("\ufffd".encode(encoding))
    except UnicodeEncodeError:
        unreadable = text.count("\ufffd")
    return Decoded(text, encoding, unreadable=max(unreadable, 0))


def _damaged_utf8(data: bytes) -> Decoded | None:
    """Decode UTF-8 that was cut or has a stray byte: most of its longer characters are whole."""
    found = _lossy(data, "utf-8")
    whole = sum(1 for byte in data if byte >= 0xC2) - found.unreadable
    return found if whole > 4 * found.unreadable else None


def _declared(data: bytes) -> str | None:
    """Return the charset that an HTML page declares, as Python names it."""
    match = re.search(_META, data[:4096])
    if not match:
        return None
    label = (match[1] or match[2]).decode("ascii")
    try:
        codec = codecs.lookup(label)
        "".encode(codec.name)
    except (LookupError, UnicodeError):
        return None
    # A page whose charset could be read as ASCII is not in UTF-16, whatever it says.
    if codec.name.startswith(("utf-16", "utf-32", "utf-7")):
        return None
    return _AS_BROWSERS_READ.get(codec.name, codec.name)


def _detected(data: bytes) -> str | None:
    """Ask the detector, which knows letters but not that English papers use few of them."""
    sample = _sample(data)
    foreign = sum(1 for byte in sample if byte >= 0x80)
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_CANDIDATES)).best()
    encoding = best.encoding if best else None
    few = foreign < max(_FEW, 0.03 * len(sample))
    western = few and encoding != "mac_roman"
    if western or (encoding and _strict(sample, encoding) == _strict(sample, _FALLBACK)):
        return _FALLBACK
    return encoding


def _sample(data: bytes) -> bytes:
    """Return a stretch of whole lines that has the first characters beyond ASCII in it."""
    first = next(re.finditer(_BEYOND_ASCII, data)).start()
    start = data.rfind(b"\n", 0, max(first - SAMPLE // 4, 0)) + 1
    if first - start > SAMPLE // 2:
        start = first - SAMPLE // 4
    end = data.find(b"\n", start + SAMPLE // 2, start + SAMPLE)
    return data[start : end if end > 0 else start + SAMPLE]

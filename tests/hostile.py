"""Texts that try to act on a terminal, on Textual's markup or on a parser, for tests."""

from hypothesis import strategies as st

CLIPBOARD = "\x1b]52;c;UFdORUQ=\x1b\\"
TITLE = "\x1b]2;PWNED\x07"

PAYLOADS: dict[str, str] = {
    "clipboard": CLIPBOARD,
    "window title": TITLE,
    "open sequence": "\x1b]0;no end",
    "link": "\x1b]8;;file:///etc/passwd\x1b\\here\x1b]8;;\x1b\\",
    "device control": "\x1bP$q q\x1b\\",
    "reports": "\x1b[c\x1b[6n\x1b[21t\x1b[>q",
    "application command": "\x1b_Gf=24;AAAA\x1b\\\x1b^x\x1b\\\x1bXy\x1b\\",
    "colours": "\x1b[31;5mred\x1b[0m",
    "screen": "\x1b[2J\x1b[H\x1b[?1049l\x1b[?1000l",
    "full reset": "\x1bc\x1b#8",
    "eight bit": "\x9b31m\x9d2;PWNED\x9c\x90q\x9c\x85\x84",
    "bells and shifts": "\x07\x08\x0b\x0c\x0e\x0f\x05\x7f\x00",
    "line ends": "one\rtwo\r\nthree\x85four\u2028five\u2029six",
    "directions": "\u202egnp.exe\u202c \u2066x\u2069 \u200e\u200f\u061c",
    "nothing to see": "\u200b\u200c\u200d\u2060\ufeff\u00ad\u3164\U000e0041\U000e007f",
    "half a pair": "\ud83d and \udc00",
    "many marks": "a" + "\u0301" * 500,
    "emoji": "👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇩🇪1️⃣",
    "markup": "[sic] [/x] [@click=app.quit]x[/] [bold red]b[/] \\[ [link=file:///x]l[/link] [[",
    "rich style": "[on red blink]x[/on red blink] :smile: {x} %s $primary",
}
"""What an attack is called and how it is written."""

_PIECES = st.one_of(
    st.sampled_from(sorted(PAYLOADS.values())),
    st.sampled_from(["\x1b", "\x1b[", "\x1b]", "\x1bP", "\x9b", "\x9d", "\x9c", "\x07", "[", "[/"]),
    st.text(st.characters(max_codepoint=0x9F), max_size=6),
    st.text(st.characters(), max_size=6),
    st.sampled_from(["52;c;QQ==", "2;title", "?1049h", "31m", "6n", "word ", "“he said” "]),
)


def hostile_texts() -> st.SearchStrategy[str]:
    """Give texts put together from attacks, pieces of attacks and anything else."""
    return st.lists(_PIECES, min_size=1, max_size=8).map("".join)

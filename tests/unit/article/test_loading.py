"""Opening: what is refused and what is said, formats, folders."""

import os
import socket
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from tuireader.article.loading import (
    ARTICLE_SUFFIXES,
    LONG_FILE,
    article_from_bytes,
    list_articles,
    load_article,
    load_beginning,
    load_stdin,
)
from tuireader.errors import ArticleError

PARAGRAPH = b"The council voted on Tuesday to close the bridge.\n"


def refusal(path: Path | str, **options: int) -> str:
    with pytest.raises(ArticleError) as caught:
        load_article(path, **options)
    return caught.value.message


def test_missing_and_impossible_paths(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.txt") == f"“{tmp_path}/no.txt” does not exist."
    assert "does not exist" in refusal(tmp_path / ("x" * 300))
    assert "not a possible path" in refusal("nul\0byte.txt")
    (tmp_path / "file.txt").write_bytes(PARAGRAPH)
    assert "does not exist" in refusal(tmp_path / "file.txt" / "inside.txt")


def test_links_that_lead_round(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert "round in a circle" in refusal(tmp_path / "a.txt")


def test_what_is_no_regular_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    server = socket.socket(socket.AF_UNIX)
    monkeypatch.chdir(tmp_path)  # the path of a socket has to be short
    server.bind("socket.txt")
    server.close()
    assert "is a folder" in refusal(tmp_path)
    assert "is a named pipe" in refusal(tmp_path / "pipe.txt")
    assert "is a socket" in refusal(tmp_path / "socket.txt")
    assert "is a device" in refusal("/dev/zero")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_no_permission(tmp_path: Path) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_bytes(PARAGRAPH)
    locked.chmod(0)
    assert "permission denied" in refusal(locked)


LINES = "A line of words — and more.\n" * 200


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("most", range(2_001, 2_009))
def test_of_what_is_too_large_the_first_part_is_read(
    tmp_path: Path, encoding: str, most: int
) -> None:
    large = tmp_path / "large.txt"
    large.write_bytes(LINES.encode(encoding))
    article = load_article(large, max_bytes=most)
    assert len(article.text) > 400
    assert " ".join(LINES.split()).startswith(" ".join(article.text.split()).rstrip("�"))
    assert article.warnings[0].startswith(f"“{large}” is too large: you read its first 2.0 KB of ")


def test_a_line_without_an_end_is_cut_between_two_characters() -> None:
    article = load_stdin(BytesIO("é".encode() * 10_000), max_bytes=1_001)
    assert article.text == "é" * 500
    assert article.warnings[0].startswith("Standard input is too large: you read its first")


def test_standard_input_without_an_end_is_left_alone_after_the_first_part() -> None:
    class Endless(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            assert size is not None
            assert 0 < size < 10_000
            return b"yes\n" * (size // 4 + 1)

    assert load_stdin(Endless(), max_bytes=1_000).text.startswith("yes")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"PK\x03\x04\x14\0\0\0word/document.xml", "a Word document (DOCX)"),
        (b"PK\x03\x04mimetypeapplication/epub+zip", "an EPUB book"),
        (b"PK\x03\x04\x14\0\0\0notes", "a ZIP archive"),
        (b"\x1f\x8b\x08\0\0\0", "a gzip archive"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a WebP image"),
        (b"{\\rtf1\\ansi", "a rich text (RTF) document"),
        (bytes(range(256)) * 4, "a binary file"),
        (b"\0" * 100, "a binary file"),
    ],
)
def test_binary_files_are_named(data: bytes, kind: str) -> None:
    with pytest.raises(ArticleError) as caught:
        article_from_bytes(data, "notes.txt")
    assert f"“notes.txt” looks like {kind}" in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("text", ["ID3 tags are old.\n", "BZh is a name.\n", "MZ said no.\n"])
def test_words_that_look_like_a_signature_are_text(text: str) -> None:
    assert text.strip() in article_from_bytes(text.encode(), "x.txt").text


def test_a_stray_nul_is_shown() -> None:
    article = article_from_bytes(PARAGRAPH * 20 + b"One \0 here.", "x.txt")
    assert "One ␀ here." in article.text
    assert any("1 control or hidden character was" in note for note in article.warnings)


def test_a_hostile_name_can_not_reach_the_terminal(tmp_path: Path) -> None:
    said = refusal(tmp_path / "a\x1b]2;x\x07\n.txt")
    assert "\x1b" not in said and "\n" not in said and "␛]2;x␇␤" in said


def test_an_empty_file_opens_with_a_word() -> None:
    for data in (b"", b" \n\n\t\n", b"\xef\xbb\xbf"):
        article = article_from_bytes(data, "empty.txt")
        assert (article.text, article.paragraphs) == ("", ())
        assert article.warnings == ("There is no text in it.",)


@pytest.mark.parametrize(
    ("path", "text", "format_"),
    [
        ("a.txt", "<html><p>x</p>", "text"),
        ("a.MD", "# x", "markdown"),
        ("a", "<!DOCTYPE html><p>x</p>", "html"),
        ("-", "\n<!-- saved -->\n<HTML lang=en><p>x</p>", "html"),
        ("-", "---\ntitle: x\n---\ny", "markdown"),
        ("-", "# not a heading, perhaps", "text"),
        ("notes.log", "words", "text"),
    ],
)
def test_the_format_is_told_by_suffix_then_by_content(path: str, text: str, format_: str) -> None:
    assert article_from_bytes(text.encode(), path).source.format == format_


def test_standard_input_has_a_path_of_its_own() -> None:
    article = load_stdin(BytesIO(PARAGRAPH))
    assert article.source.path == "-"
    with pytest.raises(ArticleError, match="Standard input looks like a PDF"):
        load_stdin(BytesIO(b"%PDF-1.4"))


def test_encoding_and_hash_are_kept() -> None:
    source = article_from_bytes("“né”".encode("cp1252"), "x.txt").source
    assert source.encoding == "cp1252"
    assert len(source.sha256) == 64


def test_a_folder_lists_articles_in_natural_order(tmp_path: Path) -> None:
    for name in ("part 10.txt", "Part 2.md", "b.html", ".hidden.txt", "photo.jpg", "part 1.TXT"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder.txt").mkdir()
    names = [path.name for path in list_articles(tmp_path)]
    assert names == ["b.html", "part 1.TXT", "Part 2.md", "part 10.txt"]
    with pytest.raises(ArticleError, match="does not exist"):
        list_articles(tmp_path / "none")
    assert ".md" in ARTICLE_SUFFIXES


def test_a_utf8_text_loads_no_parser(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("A headline\n\nBy Jane Doe\n\n“Words,” she said – twice.", encoding="utf-8")
    code = (
        "import sys; from tuireader.article.loading import load_article; "
        "load_article(sys.argv[1]); "
        "print({m.split('.')[0] for m in sys.modules} & {'spacy', 'trafilatura', 'markdown_it',"
        " 'charset_normalizer', 'yaml', 'lxml', 'textual', 'rich'})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def long_text(tmp_path: Path, *, name: str = "long.txt", words: str = "café") -> Path:
    path = tmp_path / name
    paragraph = f"“We saw {words} 12 times,” said Ann Moss.\n\n"
    path.write_bytes(paragraph.encode() * (1 + LONG_FILE // len(paragraph)))
    return path


def test_the_beginning_of_a_long_text_is_as_in_the_whole(tmp_path: Path) -> None:
    path = long_text(tmp_path)
    begun, whole = load_beginning(path), load_article(path)
    assert begun is not None
    assert begun.is_beginning
    assert not whole.is_beginning
    assert 50_000 < len(begun.text) < len(whole.text)
    assert whole.text.startswith(begun.text)
    assert whole.paragraphs[: len(begun.paragraphs)] == begun.paragraphs


@pytest.mark.parametrize("name", ["long.md", "long.html", "long"])
def test_other_formats_are_read_whole(tmp_path: Path, name: str) -> None:
    assert load_beginning(long_text(tmp_path, name=name)) is None


def test_what_may_look_otherwise_in_the_end_is_read_whole(tmp_path: Path) -> None:
    short, cp1252 = tmp_path / "short.txt", tmp_path / "cp1252.txt"
    short.write_text("One.\n\nTwo.", encoding="utf-8")
    cp1252.write_bytes("“Déjà vu,” she said.\n\n".encode("cp1252") * LONG_FILE)
    line = tmp_path / "line.txt"
    line.write_bytes(b"word " * LONG_FILE)
    for path in (short, cp1252, line):
        assert load_beginning(path) is None

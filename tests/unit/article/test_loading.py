"""Opening: what is refused and what is said, formats, folders."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tuireader.article.loading import (
    ARTICLE_SUFFIXES,
    article_from_bytes,
    list_articles,
    load_article,
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


def test_size_and_limit_are_named(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    large.write_bytes(b"a" * 3 * 1024 * 1024)
    said = refusal(large, max_bytes=2 * 1024 * 1024)
    assert "too large: 3.0 MB, and the limit is 2.0 MB" in said


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
    article = load_stdin(PARAGRAPH)
    assert article.source.path == "-"
    with pytest.raises(ArticleError, match="Standard input looks like a PDF"):
        load_stdin(b"%PDF-1.4")


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

"""The configuration: what is right is taken, what is wrong is named, nothing is ever fatal."""

from pathlib import Path
from time import process_time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.errors import ConfigError
from tuireader.guarded_yaml import YAMLRefusedError, load_yaml
from tuireader.storage.config import (
    Config,
    Loaded,
    default_config_text,
    few,
    load_config,
    write_default_config,
)
from tuireader.storage.paths import config_file

COMMANDS = ("follow", "compare", "next_passage")


def load_text(folder: Path, text: str | bytes) -> Loaded:
    path = folder / "config.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return load_config(path, commands=COMMANDS)


def test_without_a_file_there_are_defaults_and_no_warnings() -> None:
    assert load_config() == Loaded(Config(), ())


def test_the_environment_names_another_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.yaml").write_text("measure: 60\n", encoding="utf-8")
    monkeypatch.setenv("TUIREADER_CONFIG", str(tmp_path / "mine.yaml"))
    assert load_config().config.measure == 60


def test_the_environment_may_name_nobodys_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUIREADER_CONFIG", "~nosuch/config.yaml")
    assert load_config() == Loaded(Config(), ())


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    loaded = load_text(
        tmp_path,
        """
        measure: 0
        theme: nord
        side_bar: false
        pipeline: en_core_web_md
        editor: vim -R
        remember_positions: false
        remember_recents: false
        reload_changed: false
        keys: {follow: "w, ctrl+w", compare: [x, X], next_passage: 7}
        """,
    )
    assert loaded.warnings == ()
    assert loaded.config == Config(
        measure=0,
        theme="nord",
        side_bar=False,
        pipeline="en_core_web_md",
        editor="vim -R",
        remember_positions=False,
        remember_recents=False,
        reload_changed=False,
        keys={"follow": "w,ctrl+w", "compare": "x,X", "next_passage": "7"},
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("mesure: 60", ["config.yaml", '"mesure"', 'mean "measure"']),
        ("colour_of_the_moon: red", ['no setting "colour_of_the_moon".']),
        ("measure: wide", ['"measure"', "whole number"]),
        ("measure: yes", ['"measure"', "whole number"]),
        ("measure: 7", ['"measure"', "20 to 400"]),
        ("measure: -1", ['"measure"']),
        ("theme: [a, b]", ['"theme"', "a text"]),
        pytest.param(f"theme: '{'x' * 1_001}'", ['"theme"', "up to 1,000"], id="long text"),
        ("theme: ''", ['"theme"', "a text"]),
        ("side_bar: 1", ['"side_bar"', "true or false"]),
        ("keys: [f]", ['"keys"', "mapping"]),
        ("keys: {folow: f}", ['no command "folow"', 'mean "follow"']),
        ("keys: {follow: yes}", ['"keys: follow"', "quotes"]),
        ("keys: {follow: ''}", ['"keys: follow"', "at least one key"]),
        ("keys: {follow: {a: b}}", ['"keys: follow"', "quotes"]),
        ("keys: {follow: 'a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u'}", ["up to 20"]),
        (f"keys: {{follow: {'f' * 101}}}", ["names of keys"]),
        ("side_bar: !!bool abc", ["not what its tag says"]),
        ("measure: !!int ''", ["not what its tag says"]),
        ("measure: !!int '+'", ["not what its tag says"]),
        ("measure: !!float ''", ["not what its tag says"]),
        ("theme: !!timestamp abc", ["not what its tag says"]),
        ("measure: !!float " + "1:" * 300 + "1", ["not what its tag says"]),
        ("theme: 2024-13-01", ["month"]),
        pytest.param("keys: {follow: 0x" + "f" * 6_000 + "}", ["line 1", "quotes"], id="number"),
        pytest.param("? 0x" + "f" * 6_000 + "\n: 1", ["line 1", "quotes"], id="key"),
        pytest.param("a: !!int '_0x" + "f" * 6_000 + "'", ["line 1", "quotes"], id="tagged"),
        pytest.param("measure: " + "1:" * 300_000 + "1", ["line 1", "quotes"], id="sixties"),
        pytest.param("a: !" + "x" * 9_000 + " b", ["line 1", "tag"], id="long tag"),
        ("- a list", ["no settings"]),
        ("a text", ["no settings"]),
        ("measure: [60", ["line "]),
        ("theme: nord\n  measure: 60: 70\n", ["line 2"]),
        ("a: &x [1]\nb: *x\n", ["line 2", "aliases"]),
        pytest.param("[" * 100_000, ["nested"], id="many brackets"),
        pytest.param("- " * 100_000, ["nested"], id="many dashes"),
        (b"theme: \xff\xfe", ["UTF-8"]),
        ("a: !!python/object/apply:os.system [ls]", ["line 1"]),
        ("theme: \x1b[31m", ["config.yaml"]),
        pytest.param("#" * 1_000_001, ["larger than 1,000,000 bytes"], id="too large"),
    ],
)
def test_what_is_wrong_is_named_and_the_default_is_used(
    tmp_path: Path, text: str | bytes, named: list[str]
) -> None:
    config, warnings = load_text(tmp_path, text)
    assert config == Config()
    assert len(warnings) == 1
    assert len(warnings[0]) < 500
    for words in named:
        assert words in warnings[0]


def test_one_mistake_does_not_spoil_the_rest(tmp_path: Path) -> None:
    config, warnings = load_text(
        tmp_path, "measure: broad\ntheme: nord\nkeys: {follow: true, compare: v}\n"
    )
    assert (config.theme, config.measure, dict(config.keys)) == ("nord", 72, {"compare": "v"})
    assert len(warnings) == 2


def test_a_flood_of_mistakes_is_read_and_told_soon(tmp_path: Path) -> None:
    begin = process_time()
    names = "".join(f"  folow{n}: f\n" for n in range(20_000))
    warnings = load_text(tmp_path, f"keys:\n{names}").warnings
    told = few(warnings)
    assert process_time() - begin < 5
    assert len(warnings) == 20_000
    assert told[:-1] == list(warnings[:5])
    assert 'mean "follow"' in told[4]
    assert told[-1] == "Further faults of the configuration: 19,995."
    assert few(warnings[:5]) == list(warnings[:5])


def test_nothing_that_acts_on_a_terminal_comes_out(tmp_path: Path) -> None:
    config, warnings = load_text(tmp_path, 'theme: "\\e]0;x\\a"\n"bad\\e[2Jkey": 1\n')
    assert "\x1b" not in str(config.theme)
    assert "\x1b" not in "".join(warnings) and "\n" not in "".join(warnings)


def test_a_folder_in_the_place_of_the_file_is_a_warning(tmp_path: Path) -> None:
    loaded = load_config(tmp_path)
    assert loaded.config == Config()
    assert "regular file" in loaded.warnings[0]


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    assert load_text(tmp_path, b"\xef\xbb\xbfmeasure: 60\n") == Loaded(Config(measure=60), ())


def test_an_empty_file_and_empty_settings_are_no_mistake(tmp_path: Path) -> None:
    assert load_text(tmp_path, "# nothing\n") == Loaded(Config(), ())
    assert load_text(tmp_path, "theme:\nkeys:\n") == Loaded(Config(), ())


def test_the_file_that_is_offered_sets_nothing_and_explains_everything(tmp_path: Path) -> None:
    assert load_text(tmp_path, default_config_text()) == Loaded(Config(), ())
    lines = default_config_text().splitlines()[1:]
    samples = [line.removeprefix("# ") for line in lines if not line.endswith(".")]
    config, warnings = load_text(tmp_path, "\n".join(samples))
    assert warnings == ()
    assert set(yaml.safe_load("\n".join(samples))) == set(Config._fields)
    assert config.keys == {"follow": "f,f2"}


def test_a_file_of_the_user_is_never_written() -> None:
    path = write_default_config()
    assert path == config_file()
    path.write_text("measure: 60\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="exists already"):
        write_default_config()
    assert path.read_text(encoding="utf-8") == "measure: 60\n"


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match="can't be written"):
        write_default_config(tmp_path / "file" / "config.yaml")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(max_examples=30)
@given(st.dictionaries(st.sampled_from(sorted(Config._fields)), VALUES))
def test_any_value_of_any_setting_gives_a_configuration(
    tmp_path_factory: pytest.TempPathFactory, document: dict[str, object]
) -> None:
    text = yaml.safe_dump(document, allow_unicode=True)
    config, _ = load_text(tmp_path_factory.getbasetemp(), text)
    assert isinstance(config, Config)
    assert all(isinstance(keys, str) for keys in config.keys.values())


@given(st.text(max_size=60))
def test_any_text_is_loaded_or_refused(text: str) -> None:
    try:
        load_yaml(text)
    except YAMLRefusedError as error:
        assert str(error)

"""The lexicons are data that people edit: each list must stay readable and consistent."""

import pytest

from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.quotations.lexicon import reporting_lexicon
from tuireader.analysis.speakers.lexicon import speaker_lexicon


def test_tiers_are_lower_case_lemmas() -> None:
    lexicon = reporting_lexicon()

    assert all(verb == verb.lower() and verb.isalpha() for verb in lexicon.every_verb)


@pytest.mark.parametrize("verb", ["say", "tell", "add", "write"])
def test_the_core_reports_everywhere(verb: str) -> None:
    lexicon = reporting_lexicon()

    assert verb in lexicon.core
    assert verb in lexicon.with_quote & lexicon.with_clause


def test_silence_is_no_report() -> None:
    lexicon = reporting_lexicon()

    assert not lexicon.silent & lexicon.core


def test_no_name_is_borne_by_both() -> None:
    names = load_lexicon("given_names")

    assert not set(names["male"].split()) & set(names["female"].split())


def test_titles_tell_gender_where_they_can() -> None:
    titles = speaker_lexicon().titles

    assert (titles["mr"], titles["mrs"], titles["dr"]) == ("m", "f", "")

"""Two spellings of one name fold alike; two names do not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapwriter.words import fold_word, fold_words, read_words

SAME = [
    ("Machine Learning", "machine-learning"),
    ("neural networks", "Neural Network"),
    ("organisation", "organization"),
    ("colour", "color"),
    ("modelling", "modeling"),
    ("centre", "center"),
    ("licence", "license"),
    ("anaesthesia", "anesthesia"),
    ("paediatrics", "pediatrics"),
    ("analyse", "analyze"),
    ("analysing", "analyzing"),
    ("aluminium", "aluminum"),
    ("programme", "program"),
    ("Bachelor’s degree", "bachelor's degrees"),
    ("R&D", "R and D"),
    ("Café", "cafe"),
    ("CI/CD", "ci cd"),
    ("Ｐｙｔｈｏｎ", "Python"),
    ("𝐏𝐲𝐭𝐡𝐨𝐧", "python"),
    ("technologies", "technology"),
    ("dishwashers", "dishwasher"),
    ("STRASSE", "straße"),
]
DIFFERENT = [
    ("C", "C++"),
    ("C", "C#"),
    ("C++", "C#"),
    ("F#", "F"),
    ("NET", ".NET"),
    ("A+", "A"),
    ("SSRS", "SSR"),
    ("Go", "Goes"),
    ("Java", "JavaScript"),
    ("R", "S"),
    ("class", "clas"),
    ("basis", "basi"),
    ("Redis", "Redi"),
]


@pytest.mark.parametrize("one, other", SAME)
def test_spellings_of_one_name_fold_alike(one, other):
    assert fold_words(one) == fold_words(other)


@pytest.mark.parametrize("one, other", DIFFERENT)
def test_different_names_fold_differently(one, other):
    assert fold_words(one) != fold_words(other)


@pytest.mark.parametrize(
    "text, words", [("Node.js", 2), ("Uses .NET daily", 3), ("It ended. Net gain", 4), ("", 0), ("—•*|", 0), ("C++, C#", 2), ("日本語", 1), ("🙂", 0)]
)
def test_punctuation_ends_a_word_except_where_it_belongs_to_it(text, words):
    assert len(fold_words(text)) == words


letters = st.text(st.characters(codec="ascii", categories=["Ll"]), min_size=1, max_size=12).filter(lambda part: part != "e")  # e-mail is one word


@given(st.lists(letters, min_size=1, max_size=4))
def test_case_and_hyphens_do_not_count(parts):
    plain = fold_words(" ".join(parts))
    assert fold_words("-".join(parts)) == fold_words("/".join(parts)) == plain
    assert fold_words(" ".join(part.capitalize() for part in parts)) == plain


@given(st.lists(letters, min_size=1, max_size=4))
def test_capitals_count_only_for_the_plural_of_a_four_letter_word(parts):
    parts = [part for part in parts if len(part) != 4]
    assert fold_words(" ".join(parts).upper()) == fold_words(" ".join(parts))


@given(st.text())
def test_folding_never_fails_and_tells_where_each_word_stands(text):
    words = read_words(text)
    assert tuple(word.folded for word in words) == fold_words(text)
    assert all(fold_word(text[word.start : word.end]) == word.folded for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))

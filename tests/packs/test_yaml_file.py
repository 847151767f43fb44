from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop_studio.packs.yaml_file import parse_yaml

SIGNS = st.text(alphabet="ab01:-[]{}&*!%@`#|>'\"?,.~ \n\t\\<=", max_size=60)


@settings(max_examples=300, deadline=None)
@given(SIGNS | st.text(max_size=60))
def test_any_text_gives_a_document_or_a_problem_and_never_an_error(text):
    document, problems = parse_yaml(text, "x.yaml")
    assert (document is None) == bool(problems)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.text("abc xyz", max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc"), inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=100, deadline=None)
@given(VALUES)
def test_what_json_can_say_is_read_as_it_is(value):
    import json

    document, _ = parse_yaml(json.dumps({"a": value}), "x.yaml")
    assert document.data == {"a": value}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0o17", 15), ("012", 12), ("0", 0), ("0x1F", 31), ("-7", -7), ("1e3", 1000.0),
        (".5", 0.5), ("true", True), ("~", None), ("yes", "yes"),
        ("2001-02-30", "2001-02-30"), ("2026-03-02", "2026-03-02"),
    ],
)  # fmt: skip
def test_scalars_follow_yaml_1_2_and_dates_stay_texts(text, value):
    found = parse_yaml(f"a: {text}", "x.yaml")[0].data["a"]
    assert (found, type(found)) == (value, type(value))


def test_a_small_text_that_would_grow_to_a_billion_entries_is_refused():
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    document, problems = parse_yaml("\n".join(rows), "x.yaml")
    assert document is None
    assert problems[0].line == 1


@pytest.mark.parametrize("text", ["a: " + "[" * 1500, "a: " + "[" * 90 + "]" * 90])
def test_absurd_depth_is_refused_in_words(text):
    assert "nested too deeply" in parse_yaml(text, "x.yaml")[1][0].text


@pytest.mark.parametrize("text", ["", "- a\n", "just words", "5"])
def test_a_file_that_has_no_fields_says_how_to_begin(text):
    assert "must begin with fields" in parse_yaml(text, "x.yaml")[1][0].text


def test_every_part_knows_its_line():
    document, _ = parse_yaml("a: 1\nb:\n  - c: 2\n    d: 3\n", "x.yaml")
    assert document.line(("b", 0, "d")) == 4
    assert document.line(("b", 0, "missing", "deeper")) == 3
    assert document.line(("missing",)) == 1

from __future__ import annotations

from pathlib import Path

import pytest

from workshop_studio.domain.errors import PackRejected
from workshop_studio.domain.scenario_kinds import EffectKind
from workshop_studio.packs.scenario_reader import read_scenario

SHIPPED = (
    Path(__file__).parents[2] / "sessions/ask-early/scenarios/swapsense-quiet-catalogue.yaml"
).read_text(encoding="utf-8")


@pytest.fixture
def problems_after(tmp_path):
    """Replace pieces of the shipped file and return [(line, text)] of what is then wrong."""

    def read(*changes):
        text = SHIPPED
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "quiet.yaml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(PackRejected) as rejected:
            read_scenario(path)
        assert {problem.place for problem in rejected.value.problems} == {"quiet.yaml"}
        return [(problem.line, problem.text) for problem in rejected.value.problems]

    return read


def line_of(piece):
    return SHIPPED[: SHIPPED.index(piece)].count("\n") + 1


def test_the_shipped_scenario_is_read_with_all_its_parts(tmp_path):
    path = tmp_path / "quiet.yaml"
    path.write_text(SHIPPED, encoding="utf-8")
    scenario = read_scenario(path)
    assert (scenario.id, scenario.seed, scenario.clock.days) == ("swapsense-quiet-catalogue", 7, 60)
    assert [feature.name for feature in scenario.features] == [
        "price_gap",
        "pack_ratio",
        "basket_items",
    ]
    assert [effect.end for effect in scenario.effects] == [18, 60, 26]
    assert [effect.full_from for effect in scenario.effects] == [16, 30, 25]
    assert scenario.harm_starts == 24


def test_an_unknown_kind_of_effect_lists_the_kinds_there_are(problems_after):
    ((line, text),) = problems_after(("kind: shift", "kind: earthquake"))
    assert line == line_of("kind: shift")
    for kind in EffectKind:
        assert kind.value in text


def test_several_mistakes_are_all_reported_at_their_lines(problems_after):
    found = problems_after(
        ("amber: 3.5", "amber: lots"),
        ("cutoff: 0.55", "cutoff: 1.55"),
        ("coverage: 1.0", "covrage: 1.0"),
    )
    assert {line for line, _ in found} == {
        line_of("amber: 3.5"),
        line_of("cutoff: 0.55"),
        line_of("coverage: 1.0"),
    }


def test_a_missing_field_is_named(problems_after):
    ((_, text),) = problems_after(("seed: 7\n", ""))
    assert "seed" in text
    assert "missing" in text


MISFITS = [
    ("target: price_gap\n    layer", "target: prize\n    layer", "names no feature"),
    ("where: {pack: bulk}", "where: {pack: huge}", "names no segment value"),
    ("where: {pack: bulk}", "where: {box: bulk}", "names no segment"),
    ("layer: seen_by_model\n    start: 24", "layer: monitoring\n    start: 24", "must be world or"),
    ("size: 0.75", "size: 1.75", "share of rows"),
    ("start: 16", "start: 15", "must be day 16 or later"),
    ("end: 18", "end: 61", "must lie between start"),
    ("full_from: 30", "full_from: 23", "must lie between start and end"),
    ("start: 24", "start: 61", "last day, 60"),
    ("target: dear-swaps\n    layer", "target: dear\n    layer", "names no monitor"),
    ("target: v2.9", "target: v1", "names no version"),
    ("{kind: leave_out_failing}", "{kind: change_cutoff, amount: 2}", "between 0 and 1"),
    ("{kind: leave_out_failing}", "{kind: cancel_effect, target: x}", "names no effect"),
    ("takes_days: 1", "takes_days: 0", "must be at least 1"),
    ("until_day: 55", "until_day: 60", "end before the last day"),
    ("shares: [0.9, 0.1]", "shares: [0.9, 0.2]", "the sum is 1.1"),
    ("shares: [0.9, 0.1]", "shares: [1.0]", "one share for each value"),
    ("red: 3\n", "red: 1\n", "beyond amber"),
    ("axis: [0, 12]", "axis: [12, 0]", "below its end"),
    ('"{value} of catalogue', '"Some of catalogue', "{value}"),
    ("target: euros_lost", "target: dollars", "business or trust signal"),
    ("target: dear\n", "target: dearest\n", "row quantity of the policy"),
    ("metric: failing\n    target: pack_ratio", "metric: failing\n    target: x", "no feature"),
    ("from: {rejected: 1.90", "from: {refused: 1.90", "names no row quantity"),
    ("feature: pack_ratio, above", "feature: packs, above", "names no feature"),
    ("valid_range: [0.02, 50]", "valid_range: [50, 0.02]", "below its end"),
    ("valid_range: [0.02, 50]", "valid_range: [2, 50]", "inside valid_range"),
    ("kind: lognormal, centre: 1.0", "kind: lognormal, centre: -1.0", "above 0"),
    ("kind: poisson, centre: 24", "kind: poisson, centre: 0", "above 0"),
    ("not_reached_by: [grams-for-kilos]", "not_reached_by: [spring-promotion]", "names no effect"),
    ("id: grams-for-kilos", "id: spring-promotion", "twice"),
    ("rows_per_day: 2000", "rows_per_day: 20000", "at most 8,000,000"),
    ("per: candidate\n    dist: {kind: normal", "per: line\n    dist: {kind: normal", "candidates"),
    ("weights: {price_gap: -0.03", "weights: {price: -0.03", "names no feature"),
    ("reference_days: 15 ", "reference_days: 61 ", "not be more than days"),
    ("{kind: leave_out_failing}", "{kind: switch_version}", "names no version"),
    ("id: v2.9", "id: v3.2", "used twice"),
    ("red: 200", "red: 200\n    n: 4", "not be more than m"),
    (
        "kind: shift\n    target: price_gap",
        "kind: shift\n    target: basket_items\n    where: {pack: bulk}",
        "the line has no segment",
    ),
    ("kind: shift\n    target: price_gap", "kind: new_mix\n    target: box", "names no segment"),
    ("kind: shift\n    target: price_gap", "kind: new_mix\n    target: pack", "that grows"),
    ("        bulk: {kind: normal", "        huge: {kind: normal", "names no segment value"),
    (
        "by_segment:\n      pack:",
        "by_segment:\n      box: {}\n      pack:",
        "one segment only",
    ),
]


@pytest.mark.parametrize(("old", "new", "words"), MISFITS, ids=[each[1][:30] for each in MISFITS])
def test_parts_that_do_not_fit_together_are_refused_with_their_line(
    problems_after, old, new, words
):
    found = problems_after((old, new))
    matching = [line for line, text in found if words in text]
    assert matching, found
    assert all(line > 1 for line in matching)


@pytest.mark.parametrize(
    "text", ["", "- a\n- b\n", "a: [1\n", "id: x\nid: y\n", "a: &x 1\nb: *x\n", "just words"]
)
def test_what_is_no_scenario_is_refused_without_a_crash(tmp_path, text):
    path = tmp_path / "odd.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackRejected) as rejected:
        read_scenario(path)
    assert rejected.value.problems


def test_nothing_in_a_file_is_executed(tmp_path):
    path = tmp_path / "bad.yaml"
    path.write_text(
        SHIPPED.replace("title: The quiet", "title: !!python/object/apply:os.getcwd []\nx: ", 1),
        encoding="utf-8",
    )
    with pytest.raises(PackRejected):
        read_scenario(path)


def test_a_file_that_is_not_there_is_a_problem_and_not_a_crash(tmp_path):
    with pytest.raises(PackRejected):
        read_scenario(tmp_path / "nowhere.yaml")

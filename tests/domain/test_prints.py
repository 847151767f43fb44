from __future__ import annotations

import pytest

from workshop_studio.domain.prints import Paper, PrintedPdf, copies_order, file_name, usual_paper


@pytest.mark.parametrize(
    ("territory", "paper"), [("US", Paper.LETTER), ("ca", Paper.LETTER), ("DE", Paper.A4),
                             ("GB", Paper.A4), ("", Paper.A4)],
)  # fmt: skip
def test_the_usual_paper_follows_the_territory(territory, paper):
    assert usual_paper(territory) is paper


def test_each_copy_of_a_sheet_is_whole_before_the_next_begins():
    printed = PrintedPdf(b"", 4, (), starts=(0, 1, 3))
    assert copies_order(printed, (2, 2, 1)) == (0, 0, 1, 2, 1, 2, 3)


def test_a_sheet_of_which_no_copy_is_wanted_is_left_out():
    assert copies_order(PrintedPdf(b"", 2, (), starts=(0, 1)), (0, 1)) == (1,)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("Governance card", "Juniper"), "governance-card-juniper.pdf"),
        (("../../etc", "a:b*c"), "etc-a-b-c.pdf"),
        (("Zażółć",), "zażółć.pdf"),
        (("", "///"), "print.pdf"),
    ],
)
def test_file_names_hold_letters_digits_and_hyphens_alone(words, name):
    assert file_name(*words) == name

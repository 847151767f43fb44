"""Groups that a plan leaves open are the cohort's teams."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workshop_studio.domain.agenda import MOST_TRACKS, Track

if TYPE_CHECKING:
    from workshop_studio.domain.agenda import Agenda, Block
    from workshop_studio.domain.cohort import Team


def for_teams(agenda: Agenda, teams: tuple[Team, ...]) -> Agenda:
    """Return the agenda with the teams in every breakout whose groups have no names.

    Texts go round when there are more teams than texts. Groups that the plan names stay as they
    are. Without teams the groups are called by their letters.
    """
    return replace(agenda, blocks=tuple(_block(block, teams) for block in agenda.blocks))


def with_length(block: Block, planned_s: int) -> Block:
    """Return the block with another length; groups that fill it, or no longer fit, go with it."""
    tracks = tuple(
        replace(track, planned_s=planned_s)
        if track.planned_s == block.planned_s or track.planned_s > planned_s
        else track
        for track in block.tracks
    )
    return replace(block, planned_s=planned_s, tracks=tracks)


def _block(block: Block, teams: tuple[Team, ...]) -> Block:
    open_ones = block.tracks and all(not track.name for track in block.tracks)
    if not open_ones:
        return block
    if len(teams) < 2:
        named = (replace(t, name=f"Group {t.letter or n}") for n, t in enumerate(block.tracks, 1))
        return replace(block, tracks=tuple(named))
    return replace(block, tracks=team_tracks(teams, block.tracks))


def team_tracks(teams: tuple[Team, ...], patterns: tuple[Track, ...]) -> tuple[Track, ...]:
    """Return one group a team with the patterns' texts and minutes in turn.

    There are at most eight groups: of more teams, some share one, so that nobody is left over.
    """
    tracks = []
    for place, team in enumerate(teams[:MOST_TRACKS]):
        name = " and ".join(one.name for one in teams[place::MOST_TRACKS])
        pattern = patterns[place % len(patterns)]
        tracks.append(replace(pattern, id=team.letter, letter=team.letter, name=name))
    return tuple(tracks)

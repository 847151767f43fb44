"""The commands. Exit codes: 0 done, 1 problems in the input, 2 wrong usage, 3 no workspace."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workshop_studio.app.windows import run_windows

if TYPE_CHECKING:
    from workshop_studio.app.demo.show import DemoReport
    from workshop_studio.domain.errors import Problem

app = typer.Typer(
    add_completion=False,
    help="Plan, run and review cross-functional training on MLOps and responsible AI.",
    rich_markup_mode=None,
)
# A fixed day, far from any change of clocks: the same events print the same lines on every day.
USUAL_START = "2026-01-05T09:00"
PACK = typer.Argument(help="Folders of session packs.")
JSON = typer.Option("--json", help="Print one JSON object for programs.")


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    workspace: Annotated[
        Path | None, typer.Option("--workspace", help="The workspace file to open.")
    ] = None,
    sessions: Annotated[
        list[Path] | None, typer.Option("--sessions", help="A further folder of packs.")
    ] = None,
) -> None:
    """Open the app."""
    if context.invoked_subcommand is None:
        raise typer.Exit(run_windows(workspace, tuple(sessions or ())))


@app.command()
def check(
    packs: Annotated[list[Path], PACK],
    *,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Check session packs and list every problem with file and line."""
    from workshop_studio.packs.check import check_pack  # noqa: PLC0415

    results = {str(folder): check_pack(folder) for folder in packs}
    if as_json:
        _print_json(results)
    else:
        for folder, (problems, hints) in results.items():
            for problem in problems:
                typer.echo(f"{folder}/{problem}")
            for hint in hints:
                typer.echo(f"{folder}/{hint} (hint)")
            if not problems:
                typer.echo(f"{folder}: can be run, {len(hints)} hints")
    if any(problems for problems, _ in results.values()):
        raise typer.Exit(1)


@app.command()
def demo(
    out: Annotated[
        Path, typer.Option("--out", help="The folder for workspace, PDFs and pictures.")
    ] = Path("workshop-studio-demo"),
    speed: Annotated[
        float, typer.Option("--speed", min=0.1, help="How many times faster it is shown.")
    ] = 1.0,
    *,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Play one whole sample session, from the roster to the printed handouts."""
    from workshop_studio.app.demo.folder import FolderTaken  # noqa: PLC0415
    from workshop_studio.app.demo.show import play  # noqa: PLC0415
    from workshop_studio.app.desktop import CannotShowWindows  # noqa: PLC0415

    def tell(line: str) -> None:
        if not as_json:
            typer.echo(line)

    try:
        report = play(out, speed, tell)
    except FolderTaken as reason:
        typer.echo(str(reason), err=True)
        raise typer.Exit(1) from reason
    except OSError as error:
        typer.echo(f"{out} cannot be written to: {error.strerror}. Name another --out.", err=True)
        raise typer.Exit(1) from error
    except CannotShowWindows as reason:
        typer.echo(str(reason), err=True)
        raise typer.Exit(2) from reason
    _show_report(report, as_json=as_json)
    if report.error or report.private_words_in:
        raise typer.Exit(1)


@app.command()
def rehearse(
    context: typer.Context,
    plan: Annotated[
        str, typer.Argument(help="A pack's folder, its session.yaml, or the id of a pack.")
    ],
    events: Annotated[
        Path | None,
        typer.Option(
            "--events",
            help="A JSON list of what happens and when; without it the plan is played straight "
            "through.",
        ),
    ] = None,
    start: Annotated[
        str,
        typer.Option(
            "--start",
            help="The planned start, at which the rehearsal begins, as ISO date and time; without "
            "an offset it is meant in the zone.",
        ),
    ] = USUAL_START,
    zone: Annotated[
        str | None,
        typer.Option("--zone", help="The session's time zone; the computer's when left out."),
    ] = None,
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line, one for each event.")
    ] = False,
) -> None:
    """Run a plan against a simulated clock and print what the console would have shown."""
    from workshop_studio.app.clock import SystemClock  # noqa: PLC0415
    from workshop_studio.app.rehearse import (  # noqa: PLC0415
        WrongOption,
        json_lines,
        read_script,
        start_in,
        table_lines,
    )
    from workshop_studio.exchange.rehearsal_file import is_zone  # noqa: PLC0415

    folders = tuple((context.parent.params.get("sessions") if context.parent else None) or ())
    place = zone or SystemClock().zone()
    if not is_zone(place):
        raise typer.BadParameter(f"“{place}” is no time zone", param_hint="--zone")
    try:
        begin = start_in(start, place)
        script, problems = read_script(plan, events, begin, place, folders)
    except WrongOption as wrong:
        raise typer.BadParameter(str(wrong), param_hint="--start") from wrong
    if script is None:
        for problem in problems:
            typer.echo(str(problem), err=True)
        raise typer.Exit(1)
    for line in json_lines(script) if as_json else table_lines(script):
        typer.echo(line)


def _show_report(report: DemoReport, *, as_json: bool) -> None:
    found = report.private_words_in
    if as_json:
        raw = {
            "folder": str(report.folder),
            "offscreen": report.is_offscreen,
            "told": report.told,
            "files": [{"file": name, "what": what} for name, what in report.files],
            "journal_found_in": found,
            "error": report.error,
        }
        typer.echo(json.dumps(raw, ensure_ascii=False, indent=2))
        return
    if report.error:
        typer.echo(report.error, err=True)
    if found:
        typer.echo(f"The journal's sentence stands readable in: {', '.join(found)}", err=True)
    else:
        typer.echo("Looked for the journal's sentence in every file left: it is in none of them")
    typer.echo(f"\nIn {report.folder}:")
    for name, what in (("workspace.sqlite", "the workspace"), *report.files):
        typer.echo(f"  {name:<28} {what}")
    typer.echo(f"\nTo open it: workshop-studio --workspace {report.folder / 'workspace.sqlite'}")


def _print_json(
    results: dict[str, tuple[tuple[Problem, ...], tuple[Problem, ...]]],
) -> None:
    def listed(found: tuple[Problem, ...]) -> list[dict[str, object]]:
        return [{"file": p.place, "line": p.line, "text": p.text} for p in found]

    typer.echo(
        json.dumps(
            {
                folder: {"problems": listed(problems), "hints": listed(hints)}
                for folder, (problems, hints) in results.items()
            },
            ensure_ascii=False,
            indent=2,
        )
    )

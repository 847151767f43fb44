"""The commands. Exit codes: 0 done, 1 problems in the input, 2 wrong usage, 3 no workspace."""

from __future__ import annotations

import json
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from workshop_studio.app.windows import run_windows

if TYPE_CHECKING:
    from workshop_studio.domain.errors import Problem

app = typer.Typer(
    add_completion=False,
    help="Plan, run and review cross-functional training on MLOps and responsible AI.",
    rich_markup_mode=None,
)
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

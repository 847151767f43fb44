"""Starts the command line and nothing else."""

from __future__ import annotations


def main() -> None:
    """Run the command that was typed; without one, open the windows."""
    from workshop_studio.app.cli import app  # noqa: PLC0415 - keeps `import workshop_studio` free

    app()


if __name__ == "__main__":
    main()

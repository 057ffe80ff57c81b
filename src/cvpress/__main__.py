"""The command line: `cvpress`, or `python -m cvpress`."""

from __future__ import annotations


def main() -> None:
    """Run the command that the command line names."""
    from cvpress.cli import cli

    cli(prog_name="cvpress")


if __name__ == "__main__":
    main()

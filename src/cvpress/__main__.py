"""The command line: `cvpress`, or `python -m cvpress`."""

from __future__ import annotations


def main() -> None:
    """Run the command that the command line names."""
    import gc

    # A short run makes objects that live until its end; looking for garbage among them
    # is a tenth of its time. Long runs still collect, only later.
    gc.set_threshold(100_000, 20, 20)

    from cvpress.cli import cli

    cli(prog_name="cvpress")


if __name__ == "__main__":
    main()

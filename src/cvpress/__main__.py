"""The command line: `cvpress`, or `python -m cvpress`."""

from __future__ import annotations


def main() -> None:
    """Run the command that the command line names."""
    import gc
    import os

    # A short run makes objects that live until its end; looking for garbage among them
    # is a tenth of its time. Long runs still collect, only later.
    gc.set_threshold(100_000, 20, 20)

    # Looking for pydantic's plugins reads the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

    from cvpress.cli import cli

    try:
        cli(prog_name="cvpress")
    finally:
        gc.freeze()  # nor at the end: the interpreter's last look takes a fifth of a PDF's time


if __name__ == "__main__":
    main()

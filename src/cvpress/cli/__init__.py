"""The command line. Each command is a module of its own, imported only when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import click

from cvpress._version import __version__
from cvpress.cli.terminal import fail, note
from cvpress.errors import CvpressError, FileError, LimitExceeded, reason

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["cli"]

_COMMANDS: Final[Mapping[str, str]] = {
    "validate": "Find what is wrong with profiles.",
    "render": "Make a PDF and an HTML page of a profile.",
    "build": "Make everything that the project's settings name.",
    "check": "Find what parsers and screen readers cannot read.",
    "extract": "Take the profile out of a PDF that cvpress made.",
    "stories": "Find the stories that answer a question in an interview.",
    "variants": "List a profile's variants and what each would contain.",
    "new": "Write a commented profile to start from.",
    "explain": "Print the page of a rule.",
    "rules": "List all rules.",
    "schema": "Print the JSON Schema of a profile.",
    "themes": "List the themes.",
    "theme": "Make a theme, show its options, check it.",
    "completion": "Print a completion script for a shell.",
}
"""Every command with its line in the help; module and function have the command's name."""


_INTERRUPTED: Final = 130
"""What shells call a run that Ctrl-C ended: 128 and the number of SIGINT."""


class _LazyGroup(click.Group):
    """Imports a command when it is called, and turns errors into one clear line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"cvpress.cli.{cmd_name}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            from cvpress.values.suggestions import nearest

            match = nearest(args[0], _COMMANDS)
            hint = f" Did you mean '{match}'?" if match else f" Commands: {', '.join(_COMMANDS)}."
            ctx.fail(f"No such command '{args[0]}'.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CvpressError as error:
            fail(error)
        except (MemoryError, RecursionError) as error:
            fail(LimitExceeded(f"the input is too large or too deep: {type(error).__name__}"))
        except (KeyboardInterrupt, click.Abort):
            note("interrupted")
            sys.exit(_INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
            raise
        except OSError as error:
            fail(FileError(f"the output cannot be written: {reason(error)}"))
        except Exception as error:
            if "CVPRESS_TRACEBACK" in os.environ:
                raise
            fail(
                CvpressError(
                    f"a bug in cvpress: {type(error).__name__}: {error}",
                    "please report it; CVPRESS_TRACEBACK=1 shows where it happened",
                )
            )


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="cvpress COMMAND --help tells more of each.",
)
@click.version_option(__version__, "-V", "--version", message="cvpress %(version)s")
def cli() -> None:
    """One profile file under version control: validated in CI, rendered as PDF and HTML."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal or a pipe of another encoding must not end a run half way.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")

"""cvpress completion."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

__all__ = ["completion"]


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print a completion script.

    \b
    bash:  eval "$(cvpress completion bash)"            in ~/.bashrc
    zsh:   eval "$(cvpress completion zsh)"             in ~/.zshrc
    fish:  cvpress completion fish > ~/.config/fish/completions/cvpress.fish
    """
    completion_class = get_completion_class(shell)
    assert completion_class is not None  # noqa: S101  # the choices above are click's own
    click.echo(completion_class(ctx.find_root().command, {}, "cvpress", "_CVPRESS_COMPLETE").source())

"""cvpress schema."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from cvpress.cli.terminal import note
from cvpress.errors import FileError, UsageError
from cvpress.schema import schema_text
from cvpress.writing import write_output

if TYPE_CHECKING:
    from cvpress.cli.vscode import SettingsFile
    from cvpress.schema import SchemaName

__all__ = ["schema"]


@click.command()
@click.argument("name", type=click.Choice(["profile", "strict", "jsonresume"]), default="profile")
@click.option("--vscode", is_flag=True, help="Set up Visual Studio Code in this folder instead.")
def schema(name: SchemaName, vscode: bool) -> None:
    """Print the JSON Schema of a profile (draft-07).

    NAME is profile (the format, for editors and validators), strict (the same without
    unknown keys), or jsonresume (JSON Resume 1.3.1).

    --vscode writes the schema to .vscode/ and points the editor's settings to it, for files
    called profile, resume or cv. Other settings stay as they are.
    """
    if not vscode:
        click.echo(schema_text(name), nl=False)
        return
    if name != "profile":
        raise UsageError(f"--vscode is about profiles, not about the schema {name}", "leave the name out")
    _set_up_vscode()


def _set_up_vscode() -> None:
    """Write the schema and the settings; what cannot be written without loss is shown instead."""
    from cvpress.cli.vscode import EXTENSIONS, SCHEMA_FILE, SETTINGS_FILES

    write_output(SCHEMA_FILE, schema_text("profile").encode("utf-8"))
    note(f"wrote {SCHEMA_FILE}")
    left = [file.path for file in SETTINGS_FILES if not _update(file)]
    if left:
        raise FileError(
            f"{' and '.join(left)} cannot be rewritten without loss, so nothing was changed there",
            "add what is printed above by hand",
        )
    note(f"YAML and TOML want the extensions {' and '.join(EXTENSIONS)}")


def _update(file: SettingsFile) -> bool:
    """Put what is wanted into a settings file, or print it; return whether it is in."""
    present = _read(file.path)
    text = file.merge(present) if present.strip() else file.wanted
    if text is None:
        click.echo(file.wanted, nl=False)
        return False
    if text != present:
        write_output(file.path, text.encode("utf-8"))
        note(f"wrote {file.path}")
    return True


def _read(path: str) -> str:
    """The text of a file, or nothing where there is none."""
    if not os.path.exists(path):
        return ""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except (OSError, ValueError) as error:
        raise FileError(f"{path} cannot be read: {error}") from error

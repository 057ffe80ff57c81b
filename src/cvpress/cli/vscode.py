"""What makes Visual Studio Code complete and check profiles, in files of the project.

JSON is built in, YAML comes with the extension redhat.vscode-yaml; both read the project's settings. TOML comes with
tamasfe.even-better-toml, which takes a relative path only from Taplo's own settings (https://taplo.tamasfe.dev).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.paths import PROFILE_STEMS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["EXTENSIONS", "SCHEMA_FILE", "SETTINGS_FILES", "SettingsFile"]

EXTENSIONS: Final = ("redhat.vscode-yaml", "tamasfe.even-better-toml")
"""What a user installs for YAML and for TOML."""

SCHEMA_FILE: Final = ".vscode/profile.schema.json"

_INDENT: Final = "    "

_VSCODE_SETTINGS: Final[Mapping[str, Any]] = {
    "json.schemas": [{"fileMatch": [f"{stem}.json" for stem in PROFILE_STEMS], "url": f"./{SCHEMA_FILE}"}],
    "yaml.schemas": {f"./{SCHEMA_FILE}": [f"{stem}.{ending}" for stem in PROFILE_STEMS for ending in ("yaml", "yml")]},
}

_TAPLO_RULE: Final = f"""\
[[rule]]
include = [{", ".join(f'"**/{stem}.toml"' for stem in PROFILE_STEMS)}]
[rule.schema]
path = "{SCHEMA_FILE}"
"""


class SettingsFile(NamedTuple):
    """A file of an editor's settings.

    Attributes:
        path: where it is in the project.
        wanted: the text that it has to hold, as a user would write it into an empty file.
        merge: gives a file's text with what is wanted in it and all else as it was; None where that is unsafe.
    """

    path: str
    wanted: str
    merge: Callable[[str], str | None]


def _with_settings(text: str) -> str | None:
    """A settings.json with ours; one with comments, which JSON has not, is not rewritten without loss."""
    try:
        present = json.loads(text)
        joined = {name: _joined(present.get(name, type(ours)()), ours) for name, ours in _VSCODE_SETTINGS.items()}
        return _as_json({**present, **joined}, _indent(text))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def _joined(present: Any, ours: Any) -> Any:
    """A list or an object with our parts at its end."""
    if type(present) is not type(ours):
        raise TypeError("another form than the editor knows")
    if isinstance(ours, list):
        return [*(part for part in present if part not in ours), *ours]
    return {**present, **ours}


def _indent(text: str) -> str:
    """What the first indented line is indented by."""
    for line in text.splitlines():
        if line[:1].isspace() and line.strip():
            return line[: len(line) - len(line.lstrip())]
    return _INDENT


def _as_json(settings: Mapping[str, Any], indent: str = _INDENT) -> str:
    return json.dumps(settings, indent=indent, ensure_ascii=False) + "\n"


def _with_taplo_rule(text: str) -> str | None:
    """A .taplo.toml with our rule at its end, where comments and order of the rest stay."""
    if SCHEMA_FILE in text:
        return text
    import tomllib

    longer = f"{text.rstrip()}\n\n{_TAPLO_RULE}"
    try:
        tomllib.loads(longer)
    except (ValueError, RecursionError):
        return None
    return longer


SETTINGS_FILES: Final = (
    SettingsFile(".vscode/settings.json", _as_json(_VSCODE_SETTINGS), _with_settings),
    SettingsFile(".taplo.toml", _TAPLO_RULE, _with_taplo_rule),
)

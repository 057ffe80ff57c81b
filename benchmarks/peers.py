"""The peers' commands, where they are installed (make bench-peers).

Programs are looked for in the folder that CVPRESS_PEERS names (build/peers/bin otherwise), then on
the PATH; npm's packages in CVPRESS_NODE_MODULES or else in build/peers/node_modules.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import Command

if TYPE_CHECKING:
    from benchmarks.samples import Samples

__all__ = ["peer_commands"]

_PEERS = Path(__file__).resolve().parent.parent / "build" / "peers"


def peer_commands(samples: Samples, output: Path, schemas: Path) -> list[Command]:
    """What other programs need for the same work.

    Args:
        samples: the files.
        output: a folder for what they write.
        schemas: the folder of the JSON Schemas.
    """
    resumed, rendercv, check = (
        _node_script("resumed", "bin/resumed.js"),
        _program("rendercv"),
        _check_jsonschema(schemas),
    )
    sourcemeta = _node_script("@sourcemeta/jsonschema", "npm/cli.js")
    jsonresume, strict = (str(schemas / f"{name}.schema.json") for name in ("jsonresume", "strict"))
    theme = ("--theme", "jsonresume-theme-even", "--output", str(output / "resumed.html"))
    no_pdf = ("-nomd", "-nohtml", "-nopng")
    rendering = ("render", str(samples.rendercv), "--output-folder", str(output / "rendercv"))
    return [
        _command("resumed validate", resumed, "validate", str(samples.json)),
        _command("resumed render (theme even)", resumed, "render", str(samples.json), *theme),
        _command("check-jsonschema", check, str(samples.json)),
        _command("check-jsonschema, 1,000 JSON", check, *map(str, samples.many_json)),
        _command("check-jsonschema, 1,000 YAML", check, *map(str, samples.many_yaml), rounds=1),
        _command("sourcemeta", sourcemeta, "validate", jsonresume, str(samples.json)),
        _command("sourcemeta, 1,000 JSON", sourcemeta, "validate", jsonresume, *map(str, samples.many_json)),
        _command("sourcemeta, our strict schema", sourcemeta, "validate", strict, *map(str, samples.many_json)),
        _command("rendercv, no PDF", rendercv, *rendering, *no_pdf, "-nopdf"),
        _command("rendercv, PDF only", rendercv, *rendering, *no_pdf),
    ]


def _command(name: str, program: tuple[str, ...], *arguments: str, rounds: int = 1_000) -> Command:
    return Command(name, (*program, *arguments) if program else (), rounds=rounds)


def _check_jsonschema(schemas: Path) -> tuple[str, ...]:
    program = _program("check-jsonschema")
    return (*program, "--schemafile", str(schemas / "jsonresume.schema.json")) if program else ()


def _node_script(package: str, path: str) -> tuple[str, ...]:
    node = shutil.which("node")
    modules = Path(os.environ.get("CVPRESS_NODE_MODULES", _PEERS / "node_modules"))
    script = modules / package / path
    return (node, str(script)) if node and script.is_file() else ()


def _program(name: str) -> tuple[str, ...]:
    folder = os.environ.get("CVPRESS_PEERS", str(_PEERS / "bin"))
    found = shutil.which(name, path=folder) or shutil.which(name)
    return (found,) if found else ()

"""No input makes a traceback, a hang, or a position outside of the file.

CVPRESS_FUZZ_INPUTS=100000 makes a long run of it; each thousand has a seed of its own.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fuzz.inputs import profiles, schemas, settings_files
from fuzz.invariants import check_profile, check_schema, check_settings
from hypothesis import HealthCheck, given, seed, settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from fuzz.inputs import Input
    from hypothesis.strategies import SearchStrategy

KINDS: dict[str, tuple[Callable[[], SearchStrategy[Input]], Callable[[bytes, str], None]]] = {
    "JSON": (lambda: profiles("json"), check_profile),
    "YAML": (lambda: profiles("yaml"), check_profile),
    "TOML": (lambda: profiles("toml"), check_profile),
    "settings": (settings_files, check_settings),
    "schemas": (schemas, check_schema),
}
INPUTS = int(os.environ.get("CVPRESS_FUZZ_INPUTS", "800")) // len(KINDS)
BATCH = 1000

CORPUS = sorted(Path(__file__).parent.glob("corpus/*/*"))
CHECKS = {"profiles": check_profile, "schemas": check_schema, "settings": check_settings}


@pytest.mark.parametrize("start", range(0, INPUTS, BATCH))
@pytest.mark.parametrize("kind", KINDS)
def test_any_input(kind: str, start: int) -> None:
    inputs, check = KINDS[kind]

    @seed(start)
    @settings(max_examples=min(BATCH, INPUTS - start), suppress_health_check=list(HealthCheck))
    @given(inputs())
    def holds(case: Input) -> None:
        check(*case)

    holds()


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_what_was_found_once(path: Path) -> None:
    CHECKS[path.parent.name](path.read_bytes(), path.name)


def test_memory_does_not_grow() -> None:
    """With the number of files, once everything is loaded."""
    blocks = [_blocks_after_all() for _ in range(3)]
    assert blocks[2] - blocks[1] < 1000, blocks


def _blocks_after_all() -> int:
    for path in CORPUS:
        CHECKS[path.parent.name](path.read_bytes(), path.name)
    gc.collect()
    return sys.getallocatedblocks()

"""Pages in Chromium, for the tests that need one: one process for all of them, spoken to in the DevTools protocol.

https://chromedevtools.github.io/devtools-protocol/ describes the methods that `Tab.call` takes.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from base64 import b64decode
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["CHROMIUM", "Browser", "Tab", "browse"]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

_SWITCHES = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--mute-audio")
_LAUNCHER = """import os, sys
r, w = int(sys.argv[1]), int(sys.argv[2])
os.dup2(r, 3), os.dup2(w, 4)
os.execv(sys.argv[3], sys.argv[3:])"""
"""Chromium reads commands from file descriptor 3, and answers on 4."""


def browse(html: str, folder: Path, *options: str) -> tuple[str, str]:
    """What Chromium writes out, and what it has to say about the page."""
    (folder / "cv.html").write_text(html)
    switches = (*_SWITCHES, "--enable-logging=stderr", f"--user-data-dir={folder}/user")
    command = [str(CHROMIUM), *switches, *options, (folder / "cv.html").as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout, "\n".join(line for line in done.stderr.splitlines() if ":CONSOLE:" in line)

"""Pages in Chromium, for the tests that need one."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["CHROMIUM", "browse"]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def browse(html: str, folder: Path, *options: str) -> tuple[str, str]:
    """What Chromium writes out, and what it has to say about the page."""
    (folder / "cv.html").write_text(html)
    switches = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--enable-logging=stderr",
        f"--user-data-dir={folder}/user",
    )
    command = [str(CHROMIUM), *switches, *options, (folder / "cv.html").as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout, "\n".join(line for line in done.stderr.splitlines() if ":CONSOLE:" in line)

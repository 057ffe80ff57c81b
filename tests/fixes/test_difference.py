"""The diff that shows what a fix changes is one that `patch` and git take."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvpress.fixes.difference import difference
from cvpress.syntax.document import Document

if TYPE_CHECKING:
    from pathlib import Path


def diff(before: str, after: str) -> str:
    return difference(Document("a/cv.yaml", before, {}), Document("a/cv.yaml", after, {}))


def lines(*numbers: int) -> str:
    return "".join(f"{number}\n" for number in numbers)


HEAD = "--- a/cv.yaml\n+++ a/cv.yaml\n"
CASES = {
    "nothing": ("a\n", "a\n", ""),
    "a line": (
        lines(*range(9)),
        lines(0, 1, 2, 3, 40, 5, 6, 7, 8),
        "@@ -2,7 +2,7 @@\n 1\n 2\n 3\n-4\n+40\n 5\n 6\n 7\n",
    ),
    "no line break at the end": ("a\nb", "a\n", "@@ -1,2 +1 @@\n a\n-b\n\\ No newline at end of file\n"),
    "CRLF stays": ("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"),
    "no other line breaks": ("a\x0bb\u2028\x85\n", "c\n", "@@ -1 +1 @@\n-a\x0bb\u2028\x85\n+c\n"),
    "all goes": ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
    "two places": (
        lines(*range(20)),
        lines(1, *range(2, 19)),
        "@@ -1,4 +1,3 @@\n-0\n 1\n 2\n 3\n@@ -17,4 +16,3 @@\n 16\n 17\n 18\n-19\n",
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), CASES.values(), ids=CASES)
def test_difference(before: str, after: str, expected: str) -> None:
    assert diff(before, after) == (HEAD + expected if expected else "")


def test_a_long_text_with_many_changes_takes_no_time() -> None:
    before = [f"- a: {number}\n  b: {number % 7}\n" for number in range(20_000)]
    after = [entry.replace("b: 5", 'b: "5"') for entry in before]
    assert diff("".join(before), "".join(after)).count("\n+") == 1 + sum("b: 5" in entry for entry in before)


TEXTS = st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "\n", "d\n"]) | st.text("xyz", max_size=3).map("{}\n".format))


@given(TEXTS, TEXTS)
@settings(max_examples=60)
@pytest.mark.skipif(not shutil.which("patch"), reason="patch is not installed")
def test_patch_makes_the_one_of_the_other(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str]
) -> None:
    file: Path = tmp_path_factory.mktemp("patch") / "cv.yaml"
    file.write_bytes("".join(before).encode())
    patch = diff("".join(before), "".join(after)).encode()
    done = subprocess.run(["patch", "--binary", "-s", file], input=patch, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done
    assert (file.read_bytes() if file.exists() else b"") == "".join(after).encode()

"""Work in processes of its own: what comes of it, and how it ends that does not end well."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import cvpress
from cvpress.confined import run
from cvpress.confined.limits import Limits
from cvpress.confined.run import confined, do
from cvpress.confined.wire import Message
from cvpress.diagnostics import Diagnostic, Fix, Position, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere work is sent to a new interpreter by name"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]

LIMITS = Limits(seconds=1, memory=2 * 1024**3, pages=9, output=100_000)


@pytest.fixture(autouse=True)
def _nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Neither a process nor a file."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(run, "_can_fork", lambda: True)  # pytest-xdist has threads
    yield
    assert list(tmp_path.iterdir()) == []
    assert _children() == []


def _children() -> list[str]:
    """The confined processes of this one that have not ended."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = status.read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if parent == str(os.getpid()):
            found.append(status.parent.joinpath("comm").read_text())
    return [name for name in found if "python" in name or "pytest" in name]


def _squares(number: int) -> Iterator[Message]:
    Path(tempfile.mkdtemp(), "file").write_text("x")
    yield Message("square", number**2, b"x" * number)


def test_results_come_in_the_order_of_the_tasks() -> None:
    for jobs in (1, 3):
        results = [*confined(_squares, range(120), LIMITS, jobs)]
        assert [message[:3] for result in results for message in result.messages] == [
            ("square", number**2, b"x" * number) for number in range(120)
        ]


def _raise(error: Exception) -> Iterator[Message]:
    yield Message("before")
    raise error


FOUND = Diagnostic(
    "K102", Severity.WARNING, "m", "h", ("work", 0), "a.yaml", Position(1, 2), Position(3, 4), Fix("rename", "x")
)
ERRORS = [
    cvpress.ThemeError("m", "h"),
    cvpress.UsageError("m", "h"),
    cvpress.FileError("m", "h"),
    cvpress.MissingLibrary("m", "h"),
    cvpress.InvalidProfile("m", [FOUND]),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_come_back_as_they_are(error: cvpress.CvpressError) -> None:
    result = do(_raise, error, LIMITS)
    assert [message.kind for message in result.messages] == ["before"]
    assert type(result.error) is type(error)
    assert vars(result.error) == vars(error)


def _kill(number: int) -> Iterator[Message]:
    faulthandler.disable()
    os.kill(os.getpid(), number)
    return iter(())


def _sleep(_: None) -> Iterator[Message]:
    time.sleep(60)
    return iter(())


def _work(_: None) -> Iterator[Message]:
    while True:
        sum(range(10**9))


def _exit(_: None) -> Iterator[Message]:
    os._exit(3)


def _take_memory(_: None) -> Iterator[Message]:
    bytearray(3 * 1024**3)
    return iter(())


def _nest(_: None) -> Iterator[Message]:
    yield from _nest(_)


def _talk(_: None) -> Iterator[Message]:
    while True:
        yield Message("word", None, b"x" * 10_000)


def _say_much(_: None) -> Iterator[Message]:
    yield Message("word", None, b"x" * 100_001)


def _talk_nonsense(_: None) -> Iterator[Message]:
    yield Message("error", ["SystemExit", "m", "h", []])


def _break(_: None) -> Iterator[Message]:
    yield Message("a"[number_of_letters()])


def number_of_letters() -> int:
    return 1


def _write(_: None) -> Iterator[Message]:
    with open(os.path.join(tempfile.gettempdir(), "x"), "wb") as file:
        file.truncate(129 * 1024**2)
    return iter(())


ENDS: dict[str, tuple[Callable[..., Iterator[Message]], object, str]] = {
    "time": (_sleep, None, "it takes more than 1 seconds"),
    "time in C": (_work, None, "it takes more than 1 seconds"),
    "killed": (_kill, signal.SIGKILL, "the system ended it, perhaps for want of memory"),
    "crash": (_kill, signal.SIGSEGV, "a library broke down over it (SIGSEGV)"),
    "processor time": (_kill, signal.SIGXCPU, "it takes more than 1 seconds"),
    "exit": (_exit, None, "a library broke down over it (exit code 3)"),
    "memory": (_take_memory, None, "it takes more than 2 GiB of memory"),
    "depth": (_nest, None, "it nests too deeply"),
    "many words": (_talk, None, "it makes more than 100,000 bytes"),
    "a long word": (_say_much, None, "it makes more than 100,000 bytes"),
    "nonsense": (_talk_nonsense, None, "a library broke down over it (it talks nonsense)"),
    "another fault": (_break, None, "it cannot be rendered: IndexError: string index out of range"),
    "a large file": (_write, None, "it cannot be rendered: OSError: [Errno 27] File too large"),
}


@pytest.mark.parametrize("name", ENDS)
def test_ends(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    work, task, message = ENDS[name]
    start = time.monotonic()
    result = do(work, task, LIMITS)
    assert time.monotonic() - start < 3 * LIMITS.seconds
    assert isinstance(result.error, cvpress.LimitExceeded)
    assert result.error.message.startswith(message)
    assert result.error.hint
    assert capfd.readouterr() == ("", "")


def _kill_some(number: int) -> Iterator[Message]:
    if number % 3 == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    if number % 3 == 2:
        raise MemoryError
    yield Message("number", number)


def test_a_task_that_fails_does_not_keep_the_others_from_their_work() -> None:
    results = [*confined(_kill_some, range(9), LIMITS, 2)]
    assert [result.error is None for result in results] == [True, False, False] * 3


def _count_down(_: None) -> Iterator[Message]:
    for _number in range(4):
        time.sleep(0.4)
        yield Message("word")


def test_a_sign_of_life_starts_the_clock_anew() -> None:
    assert len(do(_count_down, None, LIMITS).messages) == 4


def test_who_stops_to_listen_leaves_nobody_at_work() -> None:
    results = confined(_squares, range(9), LIMITS, 2)
    next(results)
    del results

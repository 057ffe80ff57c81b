"""What a stranger's profile or theme may take of a machine."""

from __future__ import annotations

import signal
import time

import pytest

from cvpress.cli.bounds import bounded
from cvpress.errors import CvpressError


def test_time() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with pytest.raises(CvpressError, match=r"more than 0\.05 seconds"), bounded(0.05):
        _work(20)
    assert signal.getsignal(signal.SIGPROF) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def _work(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_memory() -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(MemoryError), bounded():
        bytearray(8 * 1024**3)
    assert resource.getrlimit(resource.RLIMIT_AS) == before

"""Rendering what is a stranger's makes what rendering makes."""

from __future__ import annotations

import threading

import pytest
from outputs import PROFILES, ROOT, example_pdf

import cvpress

NAME = "data-scientist"
(PATH,) = ROOT.glob(f"profiles/{NAME}/profile.*")


@pytest.mark.slow
def test_the_bytes_are_those_of_rendering_also_where_there_are_threads() -> None:
    outputs = [cvpress.render_untrusted(PATH)]
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        outputs.append(cvpress.render_untrusted(PATH))  # by a new interpreter
        outputs.append(cvpress.render_untrusted(cvpress.load(PATH)))
    finally:
        end.set()
        thread.join()
    assert [output.data == example_pdf(NAME) for output in outputs] == [True] * 3


def test_html() -> None:
    assert cvpress.render_untrusted(PROFILES[0], to="html").data.decode() == cvpress.render_html(PROFILES[0])

"""Pages in Chromium, for the tests that need one: one process for all of them, spoken to in the DevTools protocol.

https://chromedevtools.github.io/devtools-protocol/ describes the methods that `Tab.call` takes.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from base64 import b64decode
from select import select
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["CHROMIUM", "Browser", "Tab", "browse"]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

_SWITCHES = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--mute-audio")
_LAUNCHER = """import fcntl, os, sys
read, write = (fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3])
os.dup2(read, 3), os.dup2(write, 4)
os.execv(sys.argv[3], sys.argv[3:])"""
"""Chromium reads commands from file descriptor 3, and answers on 4."""


def browse(html: str, folder: Path, *options: str) -> tuple[str, str]:
    """What Chromium writes out, and what it has to say about the page."""
    (folder / "cv.html").write_text(html)
    switches = (*_SWITCHES, "--enable-logging=stderr", f"--user-data-dir={folder}/user")
    command = [str(CHROMIUM), *switches, *options, (folder / "cv.html").as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout, "\n".join(line for line in done.stderr.splitlines() if ":CONSOLE:" in line)


class Browser:
    """A running Chromium.

    Args:
        folder: where its profile and the pages are written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._count = 0
        self._rest = b""
        self._events: list[dict[str, Any]] = []
        (its_input, self._commands), (self._answers, its_output) = os.pipe(), os.pipe()
        switches = (*_SWITCHES, "--remote-debugging-pipe", f"--user-data-dir={folder}/user")
        self._process = subprocess.Popen(
            [sys.executable, "-c", _LAUNCHER, str(its_input), str(its_output), str(CHROMIUM), *switches],
            pass_fds=(its_input, its_output),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(its_input)
        os.close(its_output)

    def close(self) -> None:
        """End it."""
        self.call("Browser.close")
        self._process.wait(20)
        os.close(self._commands)
        os.close(self._answers)

    def call(self, method: str, session: str = "", **parameters: Any) -> dict[str, Any]:
        """What a method answers; events that come meanwhile are kept."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": parameters}
        text = json.dumps(message | ({"sessionId": session} if session else {})).encode() + b"\0"
        while text:
            text = text[os.write(self._commands, text) :]
        while (answer := self._receive()).get("id") != self._count:
            self._events.append(answer)
        assert "error" not in answer, f"{method}: {answer['error']}"
        result: dict[str, Any] = answer["result"]
        return result

    def wait_for(self, method: str, session: str) -> None:
        """Go on when there is such an event among those that are kept."""
        while not any((event["method"], event.get("sessionId")) == (method, session) for event in self._events):
            self._events.append(self._receive())

    def taken_events(self) -> list[dict[str, Any]]:
        """The events that are kept; they are kept no longer."""
        taken, self._events = self._events, []
        return taken

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            assert select([self._answers], [], [], 60)[0], "Chromium does not answer"
            read = os.read(self._answers, 1 << 16)
            assert read, "Chromium has ended"
            self._rest += read
        text, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        return message


class Tab:
    """A tab of a browser, in which one page after the other is looked at.

    Args:
        browser: the browser.
        has_policy: whether the policies of pages hold; where scripts are to look at a page, they must not.
    """

    def __init__(self, browser: Browser, *, has_policy: bool = False) -> None:
        self._browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)
        self.call("Page.setBypassCSP", enabled=not has_policy)
        if has_policy:
            self.call("Log.enable")
            self.call("Network.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """What a method of the protocol answers."""
        return self._browser.call(method, self._session, **parameters)

    def show(self, html: str, width: int = 1280, height: int = 800) -> None:
        """Load a page into a window of a size, by a light theme."""
        path = self._browser.folder / "page.html"
        path.write_text(html)
        self.look(width, height)
        self._browser.taken_events()
        self.call("Page.navigate", url=path.as_uri())
        self._browser.wait_for("Page.loadEventFired", self._session)
        self.run("document.fonts.ready.then(() => 0)")

    def complaints(self) -> list[str]:
        """What the browser said about the page that is shown, and what was asked of others, since it was loaded."""
        events = [(event["method"], event["params"]) for event in self._browser.taken_events()]
        said = [about["entry"]["text"] for method, about in events if method == "Log.entryAdded"]
        asked = [about["request"]["url"] for method, about in events if method == "Network.requestWillBeSent"]
        return said + [url for url in asked[1:] if not url.startswith("data:")]

    def look(self, width: int, height: int = 800, *, is_dark: bool = False) -> None:
        """Change the window's size and what a reader prefers; nothing moves."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        features = {"prefers-color-scheme": "dark" if is_dark else "light", "prefers-reduced-motion": "reduce"}
        listed = [{"name": name, "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", features=listed)

    def press(self, key: str) -> None:
        """Press a key: a letter, Tab or Enter."""
        text = {} if key == "Tab" else {"text": "\r" if key == "Enter" else key}
        code = {"Tab": 9, "Enter": 13}.get(key) or ord(key.upper())
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def run(self, script: str) -> Any:
        """The value of an expression, of a promise what it holds."""
        done = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def print(self) -> bytes:
        """The page as the browser prints it, on the paper that its styles name."""
        printed = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True, displayHeaderFooter=False)
        return b64decode(printed["data"])

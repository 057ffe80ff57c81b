"""Fuzzes guided by coverage: `python -m fuzz.guided FOLDER [options of libFuzzer]`, with atheris.

The first byte of an input says what it is; the rest is the file. FOLDER keeps the inputs that
reach new code, and takes those that fail.
"""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module
from pathlib import Path

import atheris  # type: ignore[import-not-found]  # in no list of ours: it has wheels for few Pythons
from fuzz.mutated import seeds
from fuzz.tokens import COMMON, SETTINGS_FILES, TOKENS, VALUES

FUZZED = ("diagnostics", "fixes", "policy", "reporters", "rules", "schema", "syntax", "values")

with atheris.instrument_imports(include=["cvpress"], enable_loader_override=False):
    from fuzz.invariants import check_profile, check_settings

    import cvpress

    for module in pkgutil.walk_packages(cvpress.__path__, "cvpress."):
        if module.name.split(".")[1] in FUZZED:
            import_module(module.name)

NAMES = ("profile.json", "profile.yaml", "profile.toml", "cvpress.toml")


def check(data: bytes) -> None:
    """What libFuzzer calls."""
    name = NAMES[data[0] % len(NAMES)] if data else NAMES[0]
    check_input = check_settings if name == "cvpress.toml" else check_profile
    check_input(data[1:], name)


def write_dictionary(path: Path) -> None:
    """Tokens in libFuzzer's syntax (https://llvm.org/docs/LibFuzzer.html, "Dictionaries")."""
    words = [*COMMON, *(token for tokens in TOKENS.values() for token in tokens), *map(str, VALUES)]
    escaped = ["".join(f"\\x{byte:02x}" for byte in word.encode(errors="replace")) for word in words if word]
    path.write_text("".join(f'"{word}"\n' for word in dict.fromkeys(escaped)))


def write_seeds(folder: Path) -> None:
    """The profiles of this repository, each behind its first byte."""
    files = [(kind, data) for kind, name in enumerate(NAMES[:3]) for data in seeds(Path(name).suffix[1:])]
    files += [(3, data) for data in SETTINGS_FILES]
    for number, (kind, data) in enumerate(files):
        (folder / f"seed{number}").write_bytes(bytes([kind]) + data)


def main() -> None:
    folder = Path(sys.argv[1])
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    write_dictionary(folder / "tokens.dict")
    write_seeds(corpus)
    options = [f"-dict={folder / 'tokens.dict'}", f"-artifact_prefix={folder}/", "-timeout=120", "-rss_limit_mb=1024"]
    atheris.Setup([sys.argv[0], *options, *sys.argv[2:], str(corpus)], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

"""The house stands: import floors, short documented modules, documented functions."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from outputs import ROOT

MODULES = sorted((ROOT / "src/cvpress").rglob("*.py"))
names = {"ids": lambda path: str(path.relative_to(ROOT / "src"))}


def test_import_floors() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", MODULES, **names)
def test_a_module_is_short_and_says_what_it_is(path: Path) -> None:
    text = path.read_text()
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, **names)
def test_what_is_public_is_documented(path: Path) -> None:
    assert [name for name, node in _public(ast.parse(path.read_text())) if not ast.get_docstring(node)] == []


def _public(tree: ast.Module) -> list[tuple[str, ast.FunctionDef | ast.ClassDef]]:
    """Functions and classes without an underscore, and the methods of such classes."""
    found: list[tuple[str, ast.FunctionDef | ast.ClassDef]] = []
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            found.append((node.name, node))
            members = node.body if isinstance(node, ast.ClassDef) else []
            methods = [part for part in members if isinstance(part, ast.FunctionDef) and not part.name.startswith("_")]
            found += [(f"{node.name}.{method.name}", method) for method in methods]
    return found


@pytest.mark.parametrize("path", MODULES, **names)
def test_what_a_module_takes_from_another_is_listed_there(path: Path) -> None:
    taken = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom)]
    for node in taken:
        exported = _exported(node.module or "")
        assert exported is None or {alias.name for alias in node.names} <= exported, node.module


def _exported(module: str) -> set[str] | None:
    """What a module of ours lists as its own; None if it lists nothing, or is a folder or another's."""
    path = (ROOT / "src").joinpath(*module.split(".")).with_suffix(".py")
    if not path.is_file():
        return None
    listed = [node for node in ast.parse(path.read_text()).body if isinstance(node, ast.Assign) and _is_all(node)]
    return {name for node in listed for name in ast.literal_eval(node.value)} if listed else None


def _is_all(node: ast.Assign) -> bool:
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)

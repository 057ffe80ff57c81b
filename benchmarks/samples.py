"""The files that the commands are given, made anew from sample.json at every run."""

from __future__ import annotations

import copy
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

__all__ = ["Samples", "make_samples"]

_SAMPLE = Path(__file__).with_name("sample.json")
_MANY = 1_000
_TIMES = 10


@dataclass(frozen=True)
class Samples:
    """Where the files are.

    Attributes:
        very_many_json: a pattern for ten times as many as `many_json`.
    """

    json: Path
    yaml: Path
    faulty: Path
    rendercv: Path
    many_json: tuple[Path, ...]
    many_yaml: tuple[Path, ...]
    very_many_json: str


def make_samples(folder: Path) -> Samples:
    """Write one and a thousand profiles, a faulty one, and the same CV in RenderCV's format."""
    shutil.rmtree(folder, ignore_errors=True)
    sample: dict[str, Any] = json.loads(_SAMPLE.read_text("utf-8"))
    variants = [_variant(sample, number) for number in range(_MANY)]
    many_json = tuple(
        _write_json(folder / "many-json" / f"{number:04}.json", variant) for number, variant in enumerate(variants)
    )
    return Samples(
        json=_write_json(folder / "sample.json", sample),
        yaml=_write_yaml(folder / "sample.yaml", sample),
        faulty=_write_json(folder / "faulty.json", _with_five_faults(sample)),
        rendercv=_write_yaml(folder / "rendercv.yaml", _as_rendercv(sample)),
        many_json=many_json,
        many_yaml=tuple(
            _write_yaml(folder / "many-yaml" / f"{number:04}.yaml", variant) for number, variant in enumerate(variants)
        ),
        very_many_json=_linked(folder / "very-many-json", many_json),
    )


def _linked(folder: Path, files: tuple[Path, ...]) -> str:
    """Ten names for each file: what is measured is reading, not how much a disk holds."""
    folder.mkdir()
    for file in files:
        for number in range(_TIMES):
            (folder / f"{file.stem}-{number}.json").hardlink_to(file)
    return f"{folder}/*.json"


def _write_json(path: Path, data: dict[str, Any]) -> Path:
    return _write(path, json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def _write_yaml(path: Path, data: dict[str, Any]) -> Path:
    # libyaml's emitter, where PyYAML has it, writes the thousand files several times faster.
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return _write(path, yaml.dump(data, Dumper=dumper, allow_unicode=True, sort_keys=False))


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def _variant(sample: dict[str, Any], number: int) -> dict[str, Any]:
    """The sample with another name, another number of jobs, another order of bullets."""
    variant = copy.deepcopy(sample)
    variant["basics"]["name"] += f" {number}"
    variant["basics"]["email"] = f"person{number}@example.org"
    variant["work"] = variant["work"][: 2 + number % 3]
    for job in variant["work"]:
        job["highlights"] = job["highlights"][number % 2 :]
    return variant


def _with_five_faults(sample: dict[str, Any]) -> dict[str, Any]:
    faulty = copy.deepcopy(sample)
    faulty["basics"]["emial"] = faulty["basics"].pop("email")
    faulty["work"][0]["startDate"] = "2013-13"
    faulty["work"][1]["highlights"] = "one text instead of a list"
    faulty["education"][0]["url"] = "javascript:alert(1)"
    faulty["skills"][0]["keywords"] = [1]
    return faulty


def _as_rendercv(sample: dict[str, Any]) -> dict[str, Any]:
    basics = sample["basics"]
    return {
        "cv": {
            "name": basics["name"],
            "location": basics["location"]["city"],
            "email": basics["email"],
            "website": basics["url"],
            "sections": {
                "summary": [basics["summary"]],
                "experience": [
                    {"company": job["name"], "position": job["position"], **_entry(job)} for job in sample["work"]
                ],
                "education": [
                    {
                        "institution": study["institution"],
                        "area": study["area"],
                        "degree": study["studyType"],
                        **_entry(study),
                    }
                    for study in sample["education"]
                ],
                "projects": [{"name": project["name"], **_entry(project)} for project in sample["projects"]],
                "skills": [
                    {"label": skill["name"], "details": ", ".join(skill["keywords"])} for skill in sample["skills"]
                ],
            },
        }
    }


def _entry(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        "start_date": entry["startDate"],
        "end_date": entry.get("endDate", "present"),
        "summary": entry.get("summary") or entry.get("description"),
        "highlights": entry.get("highlights", []),
    }

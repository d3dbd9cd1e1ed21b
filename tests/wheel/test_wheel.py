"""The wheel in an empty environment without Node.js: the whole main job, from a sentence to a checked certificate."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.wheel, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
PROMPT = "a tiny red fox jumps across the clouds collecting stars, two levels"


def uv(*arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", "uv", *arguments], cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    uv("build", "--wheel", "--quiet", "--build-constraints", "requirements-build.lock", "--out-dir", str(out))
    (path,) = out.glob("*.whl")
    return path


class Installed:
    """The installed command, with nothing but itself on the PATH."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        self.folder = folder
        environment = folder / "venv"
        venv.create(environment, with_pip=False, symlinks=True)
        uv("pip", "install", "--quiet", "--python", str(environment / "bin" / "python"), "--constraints", "requirements.lock", str(wheel))
        self.command = environment / "bin" / "makebelieve"
        (folder / "home").mkdir()
        (folder / "bin").mkdir()

    def __call__(self, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if name in {"LANG", "LC_ALL", "TMPDIR"}}
        environment = {**kept, "PATH": str(self.folder / "bin"), "HOME": str(self.folder / "home")}
        return subprocess.run(
            [self.command, *arguments], cwd=self.folder, env=environment, input=text, capture_output=True, text=True, timeout=300
        )


@pytest.fixture(scope="module")
def makebelieve(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("empty"), wheel)


def test_the_web_assets_travel_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {
        "makebelieve/_web/engine.js",
        "makebelieve/_web/play.html",
        "makebelieve/_web/home.html",
        "makebelieve/_web/picture.js",
    } <= names
    assert "makebelieve/engine/drivers/node.cjs" in names
    assert "makebelieve/language/data/wordnet.txt.gz" in names
    assert any(name.startswith("makebelieve/_web/assets/") and name.endswith(".js") for name in names)
    assert {Path(name).name for name in names if ".dist-info/licenses/" in name} == {"LICENSE", "NOTICE"}
    assert not [name for name in names if name.startswith(("tests", "web/", "bench"))]


def test_the_command_is_installed(makebelieve: Installed) -> None:
    done = makebelieve("version")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("makebelieve ")


def test_sentences_are_understood(makebelieve: Installed) -> None:
    done = makebelieve("understand", "--json", text=f"{PROMPT}\na knight clears a dungeon of skeletons\n")
    assert done.returncode == 0, done.stderr
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["kind"]["value"] == "platformer"
    assert first["hero"]["value"]["noun"] == "fox"
    assert second["kind"]["value"] == "dungeon-crawler"


@pytest.mark.slow
def test_a_prompt_becomes_a_proven_game_without_node(makebelieve: Installed) -> None:
    done = makebelieve("generate", PROMPT, "--seed", "7", "-o", "fox.raku", "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["proof"]["status"] == "proven"
    assert json.loads((makebelieve.folder / "fox.raku").read_text("utf-8")) == answer["raku_config"]
    for engine in ("auto", "quickjs"):
        replayed = makebelieve("replay", "fox.raku", "--json", "--engine", engine)
        assert replayed.returncode == 0, replayed.stderr
        assert json.loads(replayed.stdout)["ok"]
    proven = makebelieve("prove", "fox.raku", "--json")
    assert proven.returncode == 0, proven.stderr
    assert json.loads(proven.stdout)["status"] == "proven"


def test_doctor_finds_all_that_is_needed(makebelieve: Installed) -> None:
    done = makebelieve("doctor", "--json")
    findings = {finding["check"]: finding for finding in map(json.loads, done.stdout.splitlines())}
    assert done.returncode == 0, [finding for finding in findings.values() if not finding["ok"]]
    assert not findings["engine host node"]["ok"]
    assert "mini-racer is used" in findings["engine"]["detail"]

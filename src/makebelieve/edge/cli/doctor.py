"""What `doctor` looks at besides the installation's own findings: runtimes, the core, the web assets, the interpreter."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from makebelieve.edge.cli.installation import Finding, Installation
from makebelieve.engine import HOSTS, EngineDied, EngineError, EngineTimeout, EngineUnavailable, bundle_path, choose_host, host_status

REBUILD = "in a checkout run `make setup`; otherwise install the released wheel again"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def examine(installation: Installation) -> Iterator[Finding]:
    """Every finding, as soon as it is known."""
    version = platform.python_version()
    yield Finding("python", sys.version_info >= (3, 11), f"Python {version}", "install Python 3.11 or newer")
    yield from engine_findings(installation)
    yield web_finding()
    yield language_finding(installation)
    yield music_finding()
    yield art_finding()
    yield from installation.findings()
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    yield Finding(
        "chromium",
        browser is not None,
        browser or "not installed; only the browser tests need it",
        "apt-get install chromium",
        required=False,
    )


def engine_findings(installation: Installation) -> Iterator[Finding]:
    """The bundle, each host, and whether all hosts run the same core."""
    try:
        bundle = bundle_path()
    except EngineUnavailable as error:
        yield Finding("engine bundle", False, str(error), REBUILD)
        return
    yield Finding("engine bundle", True, f"{bundle} ({bundle.stat().st_size // 1024} KB)")
    cores: dict[str, str] = {}
    for host in HOSTS:
        status = host_status(host)
        # One host is enough to work; node is the fastest, mini-racer comes with the package.
        required = host == "mini-racer"
        if not status.usable:
            yield Finding(f"engine host {host}", False, status.detail, _mend(host), required)
            continue
        try:
            engine = installation.open_engine(host)
            try:
                info = engine.call("info")
            finally:
                engine.close()
        except (EngineUnavailable, EngineDied, EngineTimeout, EngineError) as error:
            yield Finding(f"engine host {host}", False, str(error), _mend(host), required)
            continue
        cores[host] = str(info["core_hash"])
        yield Finding(f"engine host {host}", True, f"{status.detail}, core {info['version']}", required=required)
    if not cores:
        yield Finding("engine", False, "no host can run the core", _mend("mini-racer"))
        return
    same = len(set(cores.values())) == 1
    chosen = choose_host()
    detail = f"{len(cores)} hosts run core {next(iter(cores.values()))[:12]}; {chosen} is used"
    yield Finding("engine", same, detail if same else f"the hosts run different cores: {cores}", REBUILD)


def _mend(host: str) -> str:
    if host == "node":
        return "optional, about twice as fast: install Node.js 18 or newer (apt-get install nodejs)"
    package = "mini-racer" if host == "mini-racer" else "quickjs-ng"
    return f"{sys.executable} -m pip install {package}"


def music_finding() -> Finding:
    """Whether the synthesiser is compiled; if not, the first track waits for it."""
    # numba takes half a second to import, which no other command should pay
    from makebelieve.music.warm import kernels_on_disk

    ready = kernels_on_disk()
    detail = "compiled" if ready else "not compiled yet; the first track takes some ten seconds longer"
    return Finding("music synthesiser", ready, detail, f"{sys.executable} -m makebelieve.music.warm", required=False)


def art_finding() -> Finding:
    """Whether the picture renderer is compiled; if not, the first picture waits for it."""
    from makebelieve.art.warm import kernels_on_disk

    ready = kernels_on_disk()
    detail = "compiled" if ready else "not compiled yet; the first picture takes half a minute longer"
    return Finding("picture renderer", ready, detail, f"{sys.executable} -m makebelieve.art.warm", required=False)


def web_finding() -> Finding:
    """The pages of the player."""
    folder = Path(str(resources.files("makebelieve"))) / "_web"
    missing = [name for name in ("home.html", "play.html", "picture.js") if not (folder / name).is_file()]
    if missing:
        return Finding("web pages", False, f"{', '.join(missing)} missing in {folder}", REBUILD)
    return Finding("web pages", True, f"{folder}")


def language_finding(installation: Installation) -> Finding:
    """Whether the interpreter understands a plain sentence with its word table."""
    try:
        draft = installation.understand("a tiny red fox jumps across the clouds")
    except Exception as error:  # a broken word table may raise anything; that is the finding
        return Finding("interpreter", False, f"{type(error).__name__}: {error}", "install makebelieve again")
    hero = draft.hero.value
    right = hero is not None and hero.noun == "fox"
    return Finding(
        "interpreter", right, f"provider {draft.provider}; reads 'a tiny red fox …' as {draft.kind.value}", "install makebelieve again"
    )

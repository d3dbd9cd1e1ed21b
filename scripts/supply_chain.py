"""What Makebelieve is made of: `licences` checks what may be used at run time, `sbom` writes bills of materials.

    python scripts/supply_chain.py licences          # offline; fails for a licence that is not on the list
    python scripts/supply_chain.py sbom [FOLDER]     # CycloneDX 1.6 (Python) and 1.5 (web), into build/sbom by default

Both go by the locks: requirements.lock for Python, package-lock.json for what the web pages carry to browsers.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from license_expression import ExpressionError, get_spdx_licensing
from packageurl import PackageURL

ROOT = Path(__file__).parents[1]
ALLOWED = frozenset(
    {
        *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC0-1.0", "ISC"),
        *("MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Unlicense", "Zlib"),
    }
)
# Packages whose metadata names no licence, or names it in words; read in the package's own files.
READ = {"quickjs-ng": "MIT", "numba": "BSD-2-Clause", "soundfile": "BSD-3-Clause AND LGPL-2.1-or-later"}
# Licences beyond the list, each with the reason why it may be used.
EXCEPTIONS = {
    ("psycopg", "LGPL-3.0-only"): "an optional extra, installed beside Makebelieve and used unmodified through its public interface",
    ("psycopg-binary", "LGPL-3.0-only"): "the compiled part of psycopg",
    ("llvmlite", "BSD-2-Clause AND Apache-2.0 WITH LLVM-exception"): "LLVM; the exception only gives more freedom than Apache-2.0 alone",
    (
        "soundfile",
        "BSD-3-Clause AND LGPL-2.1-or-later",
    ): "libsndfile with its codecs (LGPL) is a shared library of its own, used unmodified and replaceable by the system's",
}
WORDS = {
    "MIT License": "MIT",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
licensing = get_spdx_licensing()


def python_packages() -> list[str]:
    """Names in the run-time lock that are installed here; the others are for other platforms."""
    names = re.findall(r"^([a-z0-9][a-z0-9._-]*)(?:\[[^]]*\])?==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    installed = {re.sub(r"[-_.]+", "-", found.metadata["Name"]).lower() for found in metadata.distributions()}
    return [name for name in names if name in installed]


def python_licence(name: str) -> str | None:
    """The SPDX expression of an installed package."""
    if name in READ:
        return READ[name]
    about = metadata.metadata(name)
    if expression := about.get("License-Expression"):
        return expression
    stated = (about.get("License") or "").strip()
    if stated and "\n" not in stated:
        return WORDS.get(stated, stated)
    classified = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or [] if line.startswith("License :: OSI")]
    return " OR ".join(WORDS.get(words, words) for words in classified) or None


def web_packages() -> dict[str, str | None]:
    """What browsers get: the packages of the web lock that are not for development only."""
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    return {
        path.rpartition("node_modules/")[2]: about.get("license")
        for path, about in packages.items()
        if path.startswith("node_modules/") and not about.get("dev") and not about.get("link")
    }


def refusal(name: str, expression: str | None) -> str | None:
    """Why the package may not be used at run time; None when it may."""
    if expression is None:
        return f"{name}: names no licence"
    if (name, expression) in EXCEPTIONS:
        return None
    try:
        parsed = licensing.parse(expression, validate=True)
    except ExpressionError as error:
        return f"{name}: {expression!r} is no SPDX expression ({error})"
    return None if _allowed(parsed) else f"{name}: {expression} is not on the list of allowed licences"


def _allowed(expression: Any) -> bool:
    if isinstance(expression, licensing.OR):
        return any(_allowed(part) for part in expression.args)
    if isinstance(expression, licensing.AND):
        return all(_allowed(part) for part in expression.args)
    return getattr(expression, "key", None) in ALLOWED


def licences() -> int:
    found = {name: python_licence(name) for name in python_packages()} | web_packages()
    refused = [text for name, expression in sorted(found.items()) if (text := refusal(name, expression)) is not None]
    for text in refused:
        print(f"    {text}", file=sys.stderr)
    if not refused:
        print(f"    {len(found)} packages are used at run time; their licences are on the list")
    return 1 if refused else 0


def sbom(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "python.cdx.json").write_text(python_bill(), "utf-8")
    done = subprocess.run(
        ["npm", "sbom", "--package-lock-only", "--omit=dev", "--sbom-format=cyclonedx"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    web = json.loads(done.stdout)
    # npm calls it by the folder it lies in.
    web["metadata"]["component"]["name"] = json.loads((ROOT / "package.json").read_text("utf-8"))["name"]
    (folder / "web.cdx.json").write_text(json.dumps(web, indent=2) + "\n", "utf-8")
    print(f"    {folder}: python.cdx.json, web.cdx.json")
    return 0


def python_bill() -> str:
    """The run-time packages of the installed environment, with versions, licences, hashes of the lock and who needs whom."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    known = LicenseFactory()
    root = Component(name=project["name"], version=project["version"], type=ComponentType.APPLICATION, bom_ref=project["name"])
    root.licenses.add(known.make_from_string(project["license"]))
    parts = {}
    for name in python_packages():
        version = metadata.version(name)
        parts[name] = Component(name=name, version=version, bom_ref=name, purl=PackageURL("pypi", name=name, version=version))
        if (licence := python_licence(name)) is not None:
            parts[name].licenses.add(known.make_from_string(licence))
        parts[name].hashes = [HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in _locked_hashes(name)]
    bill = Bom(components=parts.values())
    bill.metadata.component = root
    bill.register_dependency(root, [parts[name] for name in _needs(project["dependencies"], parts)])
    for name, part in parts.items():
        bill.register_dependency(part, [parts[other] for other in _needs(metadata.requires(name) or [], parts) if other != name])
    return make_outputter(bill, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2)


def _locked_hashes(name: str) -> list[str]:
    entry = re.search(
        rf"^{re.escape(name)}(?:\[[^]]*\])?==.*?(?=^[a-z0-9]|\Z)", (ROOT / "requirements.lock").read_text("utf-8"), re.M | re.S
    )
    return re.findall(r"--hash=sha256:([0-9a-f]{64})", entry[0]) if entry else []


def _needs(requirements: list[str], parts: dict[str, Component]) -> list[str]:
    names = (re.sub(r"[-_.]+", "-", re.split(r"[^A-Za-z0-9._-]", text.strip(), maxsplit=1)[0]).lower() for text in requirements)
    return sorted({name for name in names if name in parts})


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["licences"]:
            sys.exit(licences())
        case ["sbom", *rest] if len(rest) <= 1:
            sys.exit(sbom(Path(rest[0]) if rest else ROOT / "build" / "sbom"))
        case _:
            print(__doc__, file=sys.stderr)
            sys.exit(2)

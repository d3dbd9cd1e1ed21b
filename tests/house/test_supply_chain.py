"""Licences of what is used at run time, and the bills of materials."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def supply_chain() -> Any:
    spec = importlib.util.spec_from_file_location("supply_chain", ROOT / "scripts" / "supply_chain.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("expression", ["MIT", "MPL-2.0 AND (Apache-2.0 OR MIT)", "GPL-2.0-only OR BSD-3-Clause"])
def test_free_licences_pass(supply_chain: Any, expression: str) -> None:
    assert supply_chain.refusal("x", expression) is None


@pytest.mark.parametrize(
    "expression",
    ["GPL-3.0-only", "GPL-2.0-or-later", "AGPL-3.0-only", "LGPL-3.0-only", "MIT AND GPL-3.0-only", "SSPL-1.0", "Proprietary", "", None],
)
def test_others_are_refused_by_name(supply_chain: Any, expression: str | None) -> None:
    assert supply_chain.refusal("some-package", expression).startswith("some-package: ")


def test_everything_used_at_run_time_has_a_licence_on_the_list(supply_chain: Any) -> None:
    assert {"fastapi", "sqlalchemy"} <= set(supply_chain.python_packages())
    assert set(supply_chain.web_packages()) == {"phaser", "eventemitter3"}
    assert supply_chain.licences() == 0


def test_the_bills_of_materials_list_what_is_used_and_nothing_else(supply_chain: Any, tmp_path: Path) -> None:
    import jsonschema
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.schema._res import BOM_JSON_STRICT, JSF, SPDX_JSON
    from referencing import Registry, Resource

    assert supply_chain.sbom(tmp_path) == 0
    python, web = ((tmp_path / name).read_text() for name in ("python.cdx.json", "web.cdx.json"))
    # The published schema, which the library carries; its own validator wants packages that slow every import of jsonschema down.
    beside = {
        f"http://cyclonedx.org/schema/{Path(path).name}": Resource.from_contents(json.loads(Path(path).read_text()))
        for path in (JSF, SPDX_JSON)
        if path
    }
    schema = json.loads(Path(BOM_JSON_STRICT[SchemaVersion.V1_6] or "").read_text())
    jsonschema.Draft7Validator(schema, registry=Registry().with_resources(beside.items())).validate(json.loads(python))
    names = {part["name"].lower() for part in json.loads(python)["components"]}
    assert "fastapi" in names
    assert "pytest" not in names
    assert {"phaser"} <= {part["name"] for part in json.loads(web)["components"]}
    assert "vite" not in web

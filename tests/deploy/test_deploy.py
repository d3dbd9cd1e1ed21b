"""What deploy/ holds: valid by the published schemas (of check-jsonschema and kubernetes-validate), and by our own rules."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from makebelieve.settings import Settings

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
COMPOSE = DEPLOY / "compose.yaml"
# The oldest that is still looked after and the newest that the schemas know.
KUBERNETES = ("1.32", "1.37")


def documents() -> list[tuple[str, Any]]:
    return [
        (path.name, document)
        for path in sorted((DEPLOY / "kubernetes").glob("*.yaml"))
        for document in yaml.safe_load_all(path.read_text())
    ]


def containers() -> list[Any]:
    return [
        pytest.param(document["spec"]["template"]["spec"], container, id=f"{name}:{container['name']}")
        for name, document in documents()
        if document["kind"] == "Deployment"
        for container in document["spec"]["template"]["spec"]["containers"]
    ]


def check_compose(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(path)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_the_compose_file_follows_the_specification(tmp_path: Path) -> None:
    done = check_compose(COMPOSE)
    assert done.returncode == 0, done.stdout
    broken = tmp_path / "compose.yaml"
    broken.write_text(COMPOSE.read_text().replace("restart:", "restrat:", 1))
    assert check_compose(broken).returncode == 1


@pytest.mark.parametrize("version", KUBERNETES)
@pytest.mark.parametrize(("name", "document"), [pytest.param(*pair, id=f"{pair[0]}:{pair[1]['kind']}") for pair in documents()])
def test_the_manifests_follow_kubernetes_schemas(name: str, document: dict[str, Any], version: str) -> None:
    kubernetes_validate.validate(document, version, strict=True)
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate({**document, "nonsense": 1}, version, strict=True)


@pytest.mark.parametrize(("pod", "container"), containers())
def test_every_container_is_bounded_probed_and_has_no_rights(pod: dict[str, Any], container: dict[str, Any]) -> None:
    assert set(container["resources"]["limits"]) == {"cpu", "memory"}
    assert set(container["resources"]["requests"]) == {"cpu", "memory"}
    assert {"startupProbe", "livenessProbe", "readinessProbe"} <= container.keys()
    assert container["readinessProbe"]["httpGet"]["path"] == "/ready"
    assert pod["securityContext"]["runAsNonRoot"]
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert pod["terminationGracePeriodSeconds"] > Settings.model_fields["drain"].default + 5


@pytest.mark.parametrize(("pod", "container"), containers())
def test_secrets_come_by_reference(pod: dict[str, Any], container: dict[str, Any]) -> None:
    for variable in container["env"]:
        if re.search(r"URL|SECRET|TOKEN|KEY", variable["name"]):
            assert "value" not in variable
            assert variable["valueFrom"]["secretKeyRef"]["name"] == "makebelieve"


def test_every_variable_is_a_setting() -> None:
    known = {f"MAKEBELIEVE_{name.upper()}" for name in Settings.model_fields}
    named = {
        name
        for path in DEPLOY.rglob("*")
        if path.is_file()
        for name in re.findall(r"(MAKEBELIEVE_[A-Z_]+)\b(?:=|:| *[,}])", path.read_text())
    }
    assert "MAKEBELIEVE_DATABASE_URL" in named
    assert named - known - {"MAKEBELIEVE_IMAGE"} == set()


def test_compose_services_are_bounded_and_watched() -> None:
    services = yaml.safe_load(COMPOSE.read_text())["services"]
    for name, service in services.items():
        assert set(service["deploy"]["resources"]["limits"]) == {"cpus", "memory"}, name
        assert "healthcheck" in service, name
    for name in ("api", "worker"):
        assert services[name]["user"] == "10001"
        assert services[name]["read_only"]
        assert services[name]["cap_drop"] == ["ALL"]


def test_the_image_is_not_roots_and_its_parts_exist() -> None:
    text = (DEPLOY / "Dockerfile").read_text()
    assert re.search(r"^USER 10001$", text, re.MULTILINE)
    sources = re.findall(r"^COPY (\S+) ", text, re.MULTILINE)
    assert sources == ["requirements.lock", "dist/*.whl"]
    assert (ROOT / "requirements.lock").is_file()

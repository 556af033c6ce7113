"""The files in deploy/: valid by the official schemas, locked up as they say, and true to the service they start."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from fastapi.testclient import TestClient

from deckname import presidio_names
from deckname.app import create_app
from deckname.cli.options import Parser
from deckname.cli.serve import add
from deckname.detector import Detector
from deckname.http_errors import STATUS
from deckname.metrics import Metrics
from deckname.settings import Settings
from deckname.types import TYPES

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
MANIFESTS = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
COMPOSE = yaml.safe_load((DEPLOY / "docker-compose.yml").read_text())["services"]["deckname"]


def resources(path: Path) -> list[dict[str, Any]]:
    return [each for each in yaml.safe_load_all(path.read_text()) if each]


def pods() -> Iterator[dict[str, Any]]:
    for path in MANIFESTS:
        for each in resources(path):
            if each["kind"] == "Pod":
                yield each["spec"]
            elif each["kind"] == "Deployment":
                yield each["spec"]["template"]["spec"]


def containers() -> list[dict[str, Any]]:
    return [each for pod in pods() for each in (*pod.get("initContainers", ()), *pod["containers"])]


OURS = [each for each in containers() if each["name"] == "deckname"]


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.name)
@pytest.mark.parametrize("version", ["1.29", "1.33"])
def test_manifests_are_valid(path: Path, version: str) -> None:
    validate = pytest.importorskip("kubernetes_validate").validate
    found = resources(path)
    assert found
    for each in found:
        validate(each, version, strict=True)


def test_compose_is_valid() -> None:
    check = pytest.importorskip("check_jsonschema")
    assert check
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run([*command, DEPLOY / "docker-compose.yml"], capture_output=True, timeout=120)
    assert done.returncode == 0, done.stdout.decode()


def test_pods_may_do_nothing_that_they_need_not() -> None:
    assert len(OURS) == 2
    for pod in pods():
        assert pod["automountServiceAccountToken"] is False
        assert pod["securityContext"]["runAsNonRoot"] is True
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        assert not {"hostNetwork", "hostPID", "hostIPC"} & pod.keys()
    for container in containers():
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]},
        }  # fmt: skip
        assert container["resources"]["limits"]["memory"]
    for container in OURS:
        assert {"startupProbe", "readinessProbe"} <= container.keys()
        assert "/ready" in json.dumps(container["readinessProbe"])


def test_nothing_gets_out_and_little_gets_in() -> None:
    (policy,) = [each for path in MANIFESTS for each in resources(path) if each["kind"] == "NetworkPolicy"]
    assert policy["spec"]["egress"] == []
    assert policy["spec"]["policyTypes"] == ["Ingress", "Egress"]
    assert all(rule["from"] for rule in policy["spec"]["ingress"])
    assert yaml.safe_load((DEPLOY / "docker-compose.yml").read_text())["networks"]["inside"]["internal"] is True
    assert "ports" not in COMPOSE
    assert (COMPOSE["read_only"], COMPOSE["cap_drop"], COMPOSE["ulimits"]["core"]) == (True, ["ALL"], 0)


def test_selectors_and_names_of_one_file_meet() -> None:
    of = {each["kind"]: each for each in resources(DEPLOY / "kubernetes" / "deployment.yaml")}
    labels = of["Deployment"]["spec"]["template"]["metadata"]["labels"]
    for kind in ("Deployment", "PodDisruptionBudget"):
        assert of[kind]["spec"]["selector"]["matchLabels"].items() <= labels.items()
    assert of["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"].items() <= labels.items()
    assert of["Service"]["spec"]["selector"].items() <= labels.items()
    assert of["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]["name"] == of["Deployment"]["metadata"]["name"]
    assert of["PodDisruptionBudget"]["spec"]["minAvailable"] < of["HorizontalPodAutoscaler"]["spec"]["minReplicas"]


@pytest.mark.parametrize("arguments", [*(each["args"] for each in OURS), COMPOSE["command"]])
def test_commands_are_understood(arguments: list[str]) -> None:
    parser = Parser(prog="deckname")
    add(parser.add_subparsers())
    parser.parse_args(arguments)


def test_settings_exist_and_there_is_time_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {each["name"]: each["value"] for container in OURS for each in container.get("env", ())}
    given |= COMPOSE["environment"]
    assert {name.removeprefix("DECKNAME_").lower() for name in given} <= Settings.model_fields.keys()
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    settings = Settings()
    for pod in pods():
        assert pod["terminationGracePeriodSeconds"] > settings.drain_seconds + settings.shutdown_seconds
    assert int(COMPOSE["stop_grace_period"].removesuffix("s")) > settings.shutdown_seconds


def test_probes_need_no_key() -> None:
    client = TestClient(create_app(Settings(), Detector([])))
    paths = {
        probe["httpGet"]["path"]
        for container in OURS
        for name in ("startupProbe", "readinessProbe", "livenessProbe")
        if "httpGet" in (probe := container.get(name, {}))
    }
    assert paths == {"/health", "/ready"}
    assert all(client.get(path).status_code == 200 for path in paths)


# What operators see.

BOARD = json.loads((DEPLOY / "grafana" / "deckname.json").read_text())
ALERTS = yaml.safe_load((DEPLOY / "prometheus" / "alerts.yml").read_text())["groups"][0]["rules"]
QUERIES = [target["expr"] for panel in BOARD["panels"] for target in panel["targets"]]
QUERIES += [rule["expr"] for rule in ALERTS]


def labels_by_sample() -> dict[str, set[str]]:
    """Return which labels each sample has, from the metrics themselves."""
    suffixes = {"counter": ["_total"], "histogram": ["_bucket", "_sum", "_count"], "gauge": [""]}
    found: dict[str, set[str]] = {}
    metrics = Metrics()
    for metric in vars(metrics).values():
        for described in metric.describe() if hasattr(metric, "describe") else ():
            for suffix in suffixes[described.type]:
                found[described.name + suffix] = {*metric._labelnames, "instance"} | (
                    {"le"} if "bucket" in suffix else set()
                )
    return found


def test_every_metric_of_dashboard_and_alerts_is_one_of_ours_and_has_these_labels() -> None:
    known = labels_by_sample()
    used = set()
    for query in QUERIES:
        names = re.findall(r"\bdeckname_\w+", query)
        used |= set(names)
        assert query == 'up{job="deckname"} == 0' or names, query
        labels = set(re.findall(r"[{,]\s*(\w+)\s*[=!]", query))
        labels |= {name.strip() for group in re.findall(r"by \(([^)]*)\)", query) for name in group.split(",")}
        for name in names:
            assert name in known, query
        if names:
            assert labels <= set.union(*(known[name] for name in names)), query
    base = {re.sub(r"_(total|bucket|sum|count)$", "", name) for name in used}
    assert base == {re.sub(r"_(total|bucket|sum|count)$", "", name) for name in known}  # nothing is left unseen


def test_alerts_name_codes_and_routes_that_exist() -> None:
    for query in QUERIES:
        for code in re.findall(r'reason="([^"]*)"', query):
            assert code in STATUS
        for routes in re.findall(r'route=~"([^"]*)"', query):
            assert set(routes.split("|")) <= {"/detect", "/redact"}
    assert len({rule["alert"] for rule in ALERTS}) == len(ALERTS)


def test_panels_do_not_lie_on_each_other() -> None:
    places = [(each["gridPos"]["x"], each["gridPos"]["y"]) for each in BOARD["panels"]]
    assert len(set(places)) == len(places)
    assert len({panel["id"] for panel in BOARD["panels"]}) == len(BOARD["panels"])


# What stands before and behind.


def test_litellm_asks_for_types_that_there_are() -> None:
    (guardrail,) = yaml.safe_load((DEPLOY / "litellm.yaml").read_text())["guardrails"]
    asked = guardrail["litellm_params"]["pii_entities_config"]
    assert asked.keys() <= set(presidio_names.entities(list(TYPES)))


def test_shippers_read_what_was_redacted_and_nothing_else() -> None:
    vector = tomllib.loads((DEPLOY / "logs" / "vector.toml").read_text())
    bit = yaml.safe_load((DEPLOY / "logs" / "fluent-bit.yaml").read_text())
    collector = yaml.safe_load((DEPLOY / "logs" / "otel-collector.yaml").read_text())
    read = [path for source in vector["sources"].values() for path in source["include"]]
    read += [source["path"] for source in bit["pipeline"]["inputs"]]
    read += [path for source in collector["receivers"].values() for path in source["include"]]
    assert len(read) == 3
    assert all(path.startswith("/logs/redacted/") for path in read)
    for pipeline in collector["service"]["pipelines"].values():
        for kind in ("receivers", "processors", "exporters"):
            assert set(pipeline[kind]) <= collector[kind].keys()


@pytest.mark.skipif(os.name != "posix", reason="a shell script")
def test_rotated_logs_are_redacted_once_and_those_that_come_later_too(tmp_path: Path) -> None:
    rotated, clean = tmp_path / "rotated", tmp_path / "redacted"
    rotated.mkdir()
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    def run() -> None:
        command = [str(each) for each in (DEPLOY / "logs" / "redact.sh", rotated, clean, 0)]
        subprocess.run(command, check=True, timeout=300, env=os.environ | {"PATH": path})

    for number in (1, 2):
        (rotated / f"app.{number}.log").write_text(f"{number} mail to ada@example.org\n")
        run()
    assert (clean / "app.1.log").read_text() == "1 mail to <EMAIL_ADDRESS>\n"
    assert (clean / "app.2.log").read_text() == "2 mail to <EMAIL_ADDRESS>\n"

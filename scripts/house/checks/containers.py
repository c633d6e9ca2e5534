# SPDX-License-Identifier: AGPL-3.0-or-later
"""The production road, as far as a machine without an engine can check it."""

import json
import re

import yaml

from house.checks.project import Finding, ToolMissing

COMPOSE = "docker/compose.yaml"
REQUIRED = ("POSTGRES_PASSWORD", "FOODCOOP_HOST")  # of .env, for lack of one
PACKAGES = "docker/packages.txt"
PACKAGE = re.compile(r"^([A-Za-z][\w.-]*)$", re.MULTILINE)
# Odoo's own image brings these, for Odoo itself.
IMAGE_HAS = {"lxml", "pillow", "psycopg2", "python-dateutil", "reportlab", "requests"}
UNPINNED = re.compile(r"^[^:@]+$|:latest$")
NEEDS_HEALTH = ("db", "odoo", "proxy", "backup")
SECRET_NAME = re.compile(r"(?i)passw|secret|token|key$")
ASKED_FOR = re.compile(r"^\$\{\w+:\?[^}]+\}$")


def check(project):
    findings = []
    for name in project.matching("docker/*Dockerfile"):
        findings += _hadolint(project, name) + dockerfile_findings(
            name, project.text(name)
        )
    if COMPOSE in project.files:
        findings += compose_findings(COMPOSE, project.text(COMPOSE))
        findings += _engine_findings(project)
    if PACKAGES in project.files:
        findings += package_findings(
            project.text(PACKAGES), project.text("requirements.txt"), _needed(project)
        )
    return findings


def _engine_findings(project):
    """What compose itself says, on a machine that has it."""
    try:
        if project.run("docker", "compose", "version").returncode:
            return []
    except ToolMissing:
        return []
    command = ["compose", "--file", COMPOSE, "config", "--quiet"]
    run = project.run("docker", *command, **dict.fromkeys(REQUIRED, "example"))
    return [Finding(COMPOSE, 0, run.stderr.strip())] if run.returncode else []


def _needed(project):
    """Python packages that our manifests ask for, by manifest."""
    return {
        f"addons/{name}/__manifest__.py": needs.get("python", [])
        for name, manifest in project.manifests.items()
        for needs in [manifest.get("external_dependencies", {})]
    }


def package_findings(packages, lock, needed):
    """What the image gets is locked, and is all that the addons need."""
    given = set(map(_plain, PACKAGE.findall(packages)))
    locked = set(map(_plain, re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)))
    unlocked = [
        Finding(PACKAGES, 0, f"{name} has no version in requirements.txt")
        for name in sorted(given - locked)
    ]
    return unlocked + [
        Finding(manifest, 0, f"needs {name}, which is not in {PACKAGES}")
        for manifest, names in needed.items()
        for name in names
        if _plain(name) not in given | IMAGE_HAS
    ]


def _plain(name):
    return name.lower().replace("_", "-").replace(".", "-")


def _hadolint(project, name):
    run = project.run("hadolint", "--format", "json", name)
    if not run.stdout.strip():
        return [Finding(name, 0, run.stderr.strip() or "hadolint said nothing")]
    return [
        Finding(name, found["line"], f"{found['message']} ({found['code']})")
        for found in json.loads(run.stdout)
    ]


def dockerfile_findings(name, text):
    """A pinned base image, and never root at the end."""
    base = re.findall(r"^FROM\s+(\S+)", text, re.MULTILINE)
    users = re.findall(r"^USER\s+(\S+)", text, re.MULTILINE)
    findings = [
        Finding(name, 0, f"{image} is not pinned to a version")
        for image in base
        if UNPINNED.search(image)
    ]
    if not users or users[-1] in {"root", "0"}:
        findings.append(Finding(name, 0, "runs as root: end with USER odoo"))
    return findings


def compose_findings(name, text):
    """Sentences about a compose file's services."""
    try:
        services = yaml.safe_load(text)["services"]
    except (yaml.YAMLError, KeyError, TypeError) as error:
        return [Finding(name, 0, f"is no compose file: {error}")]
    return [
        Finding(name, 0, f"{service}: {sentence}")
        for service, settings in services.items()
        for sentence in _service_faults(service, settings)
    ]


def _service_faults(service, settings):
    image = str(settings.get("image", ""))
    if "build" not in settings and UNPINNED.search(image):
        yield f"the image {image!r} is not pinned to a version"
    if service in NEEDS_HEALTH and "healthcheck" not in settings:
        yield "has no healthcheck"
    if settings.get("privileged") or str(settings.get("user")) in {"root", "0"}:
        yield "asks for the rights of root"
    for key, value in (settings.get("environment") or {}).items():
        is_path = str(value).startswith("/")
        if SECRET_NAME.search(key) and not (is_path or ASKED_FOR.match(str(value))):
            yield f"{key} must be asked for: ${{{key}:?a sentence}}"

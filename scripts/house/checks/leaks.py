# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nothing of the machine it was written on: host names, paths, secrets."""

import re

from house.checks.project import Finding

# A host may be named when a reader needs the page (documentation, licence) or
# when a file format demands the address as a name (namespaces).
ALLOWED_HOSTS = {
    "odoo.com",
    "www.odoo.com",
    "gnu.org",
    "www.gnu.org",
    "spdx.org",
    "www.w3.org",
    "schemas.openxmlformats.org",
    "json.schemastore.org",
    "www.datafoodconsortium.org",  # names the context, in each file of that standard
    "schema.org",  # whose word for a GTIN those files borrow
}
ALLOWED_PREFIXES = (
    "github.com/OCA/",
    "github.com/odoo/",
    "hub.docker.com/_/",
)
RESERVED = re.compile(
    r"(?:^|\.)(?:example(?:\.(?:com|org|net|fr))?|test|invalid|local|localhost)$"
)
NUMERIC = re.compile(r"^127\.\d+\.\d+\.\d+$|^0\.0\.0\.0$|^192\.0\.2\.\d+$")

ADDRESS = re.compile(
    r"https?://(?P<rest>(?P<host>[A-Za-z0-9][A-Za-z0-9.-]*)[^\s\"'<>)]*)"
)
MAIL = re.compile(r"[A-Za-z0-9._+-]+@(?P<host>(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})\b")
REGISTRY = re.compile(
    r"\b(?:registry|files|deb|security|archive|mirror|proxy)\.[\w-]+(?:\.[\w-]+)*"
    r"\.(?:org|com|net|io|dev)\b|\bpypi\.(?:org|io)\b"
)
MACHINE_PATH = re.compile(r"(?<![\w.$}*~-])/(?:work|root|home|Users|workspace)/\w")
SECRETS = {
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "an access key": re.compile(r"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36})\b"),
    "a secret value": re.compile(
        r"(?i)(?:secret|token|api_?key|passw(?:or)?d)\w*[\"']?\s*[:=]\s*[\"']?"
        r"(?=[A-Za-z+/_-]*\d)[A-Za-z0-9+/_-]{20,}"
    ),
}
UNREAD = {"LICENSE"}


def check(project):
    """Findings in every text file; the lines themselves are not shown."""
    own = _own_paths(project)
    return [
        Finding(name, number, sentence)
        for name in project.files
        if name not in UNREAD
        for number, line in enumerate((project.text(name) or "").splitlines(), 1)
        for sentence in _line_findings(line, own)
    ]


def _own_paths(project):
    """This checkout's folder, when its name is long enough to mean something."""
    paths = {str(project.root), str(project.home)}
    return {path for path in paths if path.count("/") > 1}


def _line_findings(line, own_paths=frozenset()):
    for host in _foreign_hosts(line):
        yield f"names the host {host}: leave it out, or allow it in house/checks/leaks"
    if MACHINE_PATH.search(line) or any(path in line for path in own_paths):
        yield "names a path of one machine: make it relative, or an argument"
    for what, pattern in SECRETS.items():
        if pattern.search(line):
            yield f"looks like {what}: read it from the environment instead"


def _foreign_hosts(line):
    addresses = [(m["host"], m["rest"]) for m in ADDRESS.finditer(line)]
    mails = [(m["host"], m["host"]) for m in MAIL.finditer(line)]
    registries = [(m[0], m[0]) for m in REGISTRY.finditer(line)]
    hosts = addresses + mails + registries
    return sorted({host for host, rest in hosts if not _may_be_named(host, rest)})


def _may_be_named(host, rest):
    return (
        "." not in host  # a service of the compose file, a variable
        or host in ALLOWED_HOSTS
        or rest.startswith(ALLOWED_PREFIXES)
        or bool(RESERVED.search(host))
        or bool(NUMERIC.match(host))
    )

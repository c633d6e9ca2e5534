# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every check shares: a finding, the project's files, a way to run a tool."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path

from house import odoo, place

# As root, the checks run under an account that does not own the project.
GIT = ("git", "-c", "safe.directory=*")


@dataclass(frozen=True, order=True)
class Finding:
    """One place to mend: line 0 stands for the file as a whole."""

    path: str
    line: int
    sentence: str

    def __str__(self):
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.sentence}"


class ToolMissing(Exception):
    """A tool is not installed; a check never passes because of that."""


@dataclass(frozen=True)
class Project:
    root: Path
    home: Path

    @classmethod
    def here(cls):
        return cls(place.ROOT, place.HOME)

    @cached_property
    def files(self):
        """Paths that git tracks or would track, so that ignored folders are out."""
        listed = subprocess.run(
            [*GIT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=self.root,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split("\0")
        return sorted(
            name for name in set(listed) if name and (self.root / name).is_file()
        )

    def matching(self, *patterns):
        """``matching("addons/*.py")``: a star also crosses folders."""
        return [
            name
            for name in self.files
            if any(fnmatch(name, pattern) for pattern in patterns)
        ]

    @property
    def addons(self):
        """Folders of the addons, by name."""
        manifests = self.matching("addons/*/__manifest__.py")
        return {Path(name).parent.name: Path(name).parent for name in manifests}

    @property
    def manifests(self):
        return odoo.manifests(self.root / "addons")

    def text(self, name):
        """A file's text, or None for a picture, a font and the like."""
        content = (self.root / name).read_bytes()
        if b"\0" in content:
            return None
        return content.decode("utf-8", errors="replace")

    def tool(self, name):
        """Where a tool lies: in our environments first, then on the machine."""
        own = [self.home / "venv/bin", self.home / "node/node_modules/.bin"]
        places = [*map(str, own), os.environ.get("PATH", "")]
        found = shutil.which(name, path=os.pathsep.join(places))
        if not found:
            raise ToolMissing(f"{name} is not installed: run scripts/lint again online")
        return found

    def run(self, name, *arguments, **settings):
        """Run a tool in the project's root; what it found is in its output."""
        return subprocess.run(
            [self.tool(name), *map(str, arguments)],
            cwd=self.root,
            env=os.environ | self._caches | settings,
            check=False,
            capture_output=True,
            text=True,
        )

    @property
    def _caches(self):
        """The tools' memories lie with everything else that is made here."""
        cache = self.home / "cache"
        return {
            "RUFF_CACHE_DIR": str(cache / "ruff"),
            "PYLINTHOME": str(cache / "pylint"),
        }

    def relative(self, path):
        path = Path(path)
        if path.is_absolute() and path.is_relative_to(self.root):
            path = path.relative_to(self.root)
        return str(path)

"""The command line's answer: plain data, the same keys for every row."""

import json
import os
import subprocess
import sys

import pytest

from odoo.addons.foodcoop_pricelist.lib.as_json import as_json
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.table import Document, Facts, Sheet

from ..conftest import TESTS  # noqa: TID252

# SPDX-License-Identifier: AGPL-3.0-or-later
"""What scripts/test says of a ring: how many tests, and why some did not run."""

import psutil

from house import counted, meanwhile, suite

REPORT = """<testsuites><testsuite tests="4" failures="0" errors="0" skipped="2">
<testcase name="a"/><testcase name="b"/>
<testcase name="c"><skipped message="LibreOffice is not installed">x.py:3</skipped>
</testcase>
<testcase name="d"><skipped message="LibreOffice is not installed"/></testcase>
</testsuite></testsuites>"""


def test_a_skipped_test_says_why_at_the_end_of_its_ring(tmp_path, capsys):
    report = tmp_path / "unit.xml"
    report.write_text(REPORT)
    suite.tell("unit", counted.read_report(report), 3)
    assert capsys.readouterr().out.splitlines() == [
        "  2 skipped: LibreOffice is not installed",
        "unit: 2 passed, 0 failed, 2 skipped (3 s)",
    ]


def test_what_is_made_meanwhile_ends_with_the_run(tmp_path, monkeypatch):
    endless = ("http.server", "--bind", "127.0.0.1", "0")
    monkeypatch.setattr(meanwhile, "LOGS", tmp_path)
    monkeypatch.setattr(meanwhile, "CHAINS", (endless,))
    before = set(psutil.Process().children())
    with meanwhile.templates_are_made():
        [maker] = set(psutil.Process().children()) - before
    assert not maker.is_running()

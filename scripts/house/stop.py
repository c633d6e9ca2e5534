# SPDX-License-Identifier: AGPL-3.0-or-later
"""scripts/stop: ends the server that scripts/start left running."""

from . import server, shop


def main():
    found = shop.running()
    if found:
        server.stop_process(found[0])
    shop.PID.unlink(missing_ok=True)


if __name__ == "__main__":
    main()

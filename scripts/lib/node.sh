# SPDX-License-Identifier: AGPL-3.0-or-later
# shellcheck shell=bash
# JavaScript tools (eslint, prettier) in $FOODCOOP_HOME/node, as package-lock.json
# pins them. The addons themselves need no package of npm.

# setup_node: install the tools once, again when the lock changes.
setup_node() {
    local folder="$FOODCOOP_HOME/node" stamp
    stamp=$(cat package.json package-lock.json | sha256sum | cut -d' ' -f1)
    if [[ "$(cat "$folder/stamp" 2>/dev/null)" != "$stamp" ]]; then
        if ! command -v npm >/dev/null; then
            echo "npm is not installed: apt-get install nodejs npm, then run this again." >&2
            return 1
        fi
        echo "Bringing the JavaScript tools (once, about 30 MB)..." >&2
        mkdir -p "$folder"
        rm -f "$folder/stamp"
        cp package.json package-lock.json "$folder/"
        if ! npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error >&2; then
            echo "npm could not bring the tools: check the network, then run this again." >&2
            return 1
        fi
        echo "$stamp" >"$folder/stamp"
    fi
    # eslint reads its settings beside its packages, so that imports are found.
    cp eslint.config.js "$folder/"
}

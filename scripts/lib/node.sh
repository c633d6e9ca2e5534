# The JavaScript tools (eslint, prettier), as package-lock.json pins them.
# shellcheck shell=bash
# The addons themselves need no package of npm.

setup_node() { # the stamp is written last, so half a run is done again
    local folder=$FOODCOOP_HOME/node want
    want=$(cat "$ROOT/package.json" "$ROOT/package-lock.json" | sha256sum)
    if [ "$(cat "$folder/.stamp" 2>/dev/null)" != "$want" ]; then
        need_space 100 "the JavaScript tools"
        run_step "Installing the JavaScript tools" install_node_tools "$folder" ||
            fail "The JavaScript tools could not be installed ($(log_end 1)). Is the network up? Then start again; $LOG has the details."
        say "$want" | as_app tee "$folder/.stamp" >/dev/null
    fi
    # eslint's settings lie beside its packages, so that what they import is found.
    as_app cp "$ROOT/eslint.config.js" "$folder/"
}

install_node_tools() { # no package's own scripts run
    as_app rm -rf "$1" && as_app mkdir -p "$1" &&
        as_app cp "$ROOT/package.json" "$ROOT/package-lock.json" "$1/" &&
        as_app npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel=error
}

# The locked virtual environment.
# shellcheck shell=bash

make_venv() {
    as_app rm -rf "$VENV" &&
        as_app "$(system_python)" -m venv "$VENV"
}

setup_python() { # setup_python [tests]: the stamp is written last, so half a run is done again
    local list=$ROOT/requirements.txt stamp=$VENV/.requirements want
    [ "${1:-}" != tests ] || list=$ROOT/tests/requirements.txt
    want=$({ "$(system_python)" --version; grep -v "^#" "$ROOT/requirements.txt"; } | sha256sum)
    if [ "$(cat "$stamp" 2>/dev/null)" != "$want" ]; then
        need_space 700 "the Python environment"
        run_step "Making the Python environment" make_venv || fail "The Python environment could not be made ($(log_end 1)); $LOG has the details."
        install_requirements "$ROOT/requirements.txt"
        say "$want" | as_app tee "$stamp" >/dev/null
    fi
    [ "${1:-}" = tests ] || return 0
    want=$(cat "$list" "$stamp" | sha256sum)
    [ "$(cat "$stamp.tests" 2>/dev/null)" != "$want" ] || return 0
    install_requirements "$list"
    say "$want" | as_app tee "$stamp.tests" >/dev/null
}

install_requirements() {
    run_step "Installing $(grep -c == "$1") Python packages of ${1#"$ROOT"/}" \
        as_app "$PY" -m pip install -q --disable-pip-version-check --use-pep517 -r "$1" ||
        fail "The Python packages could not be installed ($(log_end 1)). Is the network up and the disk not full? Then start again; $LOG has the details."
}

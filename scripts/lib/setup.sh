# Brings a bare machine to where the Python part takes over.
# shellcheck shell=bash
# shellcheck source-path=SCRIPTDIR
LIB=$(dirname "${BASH_SOURCE[0]}")
source "$LIB/common.sh"
source "$LIB/system.sh"
source "$LIB/python.sh"
source "$LIB/odoo.sh"
source "$LIB/postgres.sh"

setup_all() { # setup_all [tests]
    setup_home
    setup_system "${1:-}"
    setup_python "${1:-}"
    setup_odoo
    setup_postgres
    flock -u 9
}

house() { # house MODULE ARGUMENTS: the Python part, as the account that owns the folder
    local code=0
    # PATH as in an activated environment: an Odoo that starts itself anew finds it so.
    as_app env --chdir="$ROOT" PATH="$VENV/bin:$PATH" PYTHONPATH="$ROOT/scripts" PYTHONPYCACHEPREFIX="$FOODCOOP_HOME/pycache" \
        FOODCOOP_BROWSER="$(browser_path)" PYTHONUNBUFFERED=1 \
        "$PY" -m "house.$1" "${@:2}" 9>&- || code=$?
    [ "$code" = 0 ] || FAILED=1 # it has said why
    return "$code"
}

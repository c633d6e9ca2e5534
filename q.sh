set -e
ROOT=$PWD; source "$ROOT/scripts/lib/setup.sh"; setup_all tests
as_app env --chdir="$ROOT" PYTHONPATH="$ROOT/scripts" PYTHONUNBUFFERED=1 "$PY" "$FOODCOOP_HOME/run/q.py" 9>&-

# Shared by every script here: where things lie, how we speak, who runs what.
# shellcheck shell=bash
set -euo pipefail
umask 022

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
# Everything that the scripts make lies in this one folder, ignored by git.
FOODCOOP_HOME=$(realpath -m "${FOODCOOP_HOME:-$ROOT/.foodcoop}")
LOG=$FOODCOOP_HOME/log/setup.log
VENV=$FOODCOOP_HOME/venv
PY=$VENV/bin/python
ACCOUNT=foodcoop # runs Odoo, PostgreSQL and the tests when we are started as root
export ROOT FOODCOOP_HOME

say() { printf '%s\n' "$*"; }

fail() { # one sentence: what is wrong and what to do
    FAILED=1
    printf '\n%s\n' "$*" >&2
    exit 1
}

# A command that nobody foresaw failing still ends in a sentence.
trap 'code=$?; [ -n "${FAILED:-}" ] || printf "\nStopped at line %s of %s (exit %s). The end of %s may tell why; running the same command again goes on from there.\n" "$LINENO" "${BASH_SOURCE[0]##*/}" "$code" "$LOG" >&2' ERR
trap 'FAILED=1; printf "\nInterrupted. Nothing is broken; the same command goes on from here.\n" >&2; exit 130' INT TERM

as_app() { # run a command as the account that owns FOODCOOP_HOME, never as root
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid="$ACCOUNT" --regid="$ACCOUNT" --init-groups \
            env HOME="$FOODCOOP_HOME" USER="$ACCOUNT" "$@"
    else
        "$@"
    fi
}

run_step() { # run_step SENTENCE COMMAND...: shows progress, keeps the output in the log
    local sentence=$1 began=$SECONDS ticked=$SECONDS pid code=0
    shift
    printf '%s ...' "$sentence"
    printf '\n== %s\n' "$sentence" >>"$LOG"
    "$@" >>"$LOG" 2>&1 </dev/null &
    pid=$!
    while kill -0 "$pid" 2>/dev/null; do
        sleep 0.2
        if ((SECONDS - ticked >= 10)); then
            ticked=$SECONDS
            printf ' %s s' "$((SECONDS - began))"
        fi
    done
    wait "$pid" || code=$?
    if [ "$code" = 0 ]; then
        printf ' done (%s s)\n' "$((SECONDS - began))"
    else
        printf ' failed\n'
    fi
    return "$code"
}

log_end() { # the last lines of the log, for a failure nobody foresaw
    sed -E 's#[a-z]+://[^/ ]+#ADDRESS#g' "$LOG" | grep -v '^$' | tail -n "${1:-3}"
}

need_space() { # need_space MEGABYTES WHAT-FOR
    local folder=$FOODCOOP_HOME free
    while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
    free=$(df -Pm "$folder" | awk 'NR==2 {print $4}')
    [ "$free" -ge "$1" ] || fail "The disk of $folder has $free MB left and $2 needs $1 MB: make room, or set FOODCOOP_HOME to a folder on a larger disk."
}

setup_home() {
    if [ "$(id -u)" = 0 ] && ! id "$ACCOUNT" >/dev/null 2>&1; then
        say "Making the system account \"$ACCOUNT\": Odoo and PostgreSQL never run as root."
        useradd --system --user-group --no-create-home --shell /usr/sbin/nologin "$ACCOUNT"
    fi
    mkdir -p "$FOODCOOP_HOME" 2>/dev/null || fail "The folder $FOODCOOP_HOME cannot be made: give yourself the right to write there, or set FOODCOOP_HOME to another folder."
    if [ "$(id -u)" = 0 ]; then
        [ "$(stat -c %U "$FOODCOOP_HOME")" = "$ACCOUNT" ] || chown -R "$ACCOUNT:" "$FOODCOOP_HOME"
        as_app test -r "$ROOT/README.md" -a -x "$FOODCOOP_HOME" ||
            fail "The account \"$ACCOUNT\" cannot read $ROOT: move the project to a folder that others may enter (for example under /srv), or start as an ordinary user."
    elif [ ! -O "$FOODCOOP_HOME" ]; then
        fail "$FOODCOOP_HOME belongs to $(stat -c %U "$FOODCOOP_HOME"), made by another user's run: start as that user (or root), or set FOODCOOP_HOME to a folder of yours."
    fi
    as_app mkdir -p "$FOODCOOP_HOME/log" "$FOODCOOP_HOME/run" "$FOODCOOP_HOME/cache"
    as_app touch "$LOG" 2>/dev/null || fail "The disk is full or $LOG cannot be written: make room and start again."
    # One set-up at a time: a second one waits for the first.
    exec 9>"$FOODCOOP_HOME/run/setup.lock"
    flock -n 9 || { say "Another set-up is under way in $FOODCOOP_HOME; waiting for it."; flock 9; }
}

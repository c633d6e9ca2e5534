# Shared by every script here: where things lie, how we speak, who runs what.
# shellcheck shell=bash
set -Eeuo pipefail
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

unforeseen() { # a command that nobody foresaw failing still ends in a sentence
    local code=$? where="$1 of ${2##*/}"
    [ "$BASH_SUBSHELL" = 0 ] || exit "$code" # the shell above says it
    [ -z "${FAILED:-}" ] || exit "$code"
    [ "$(free_space)" -gt 20 ] || fail "The disk of $FOODCOOP_HOME is full: make room, then the same command goes on from there."
    fail "Stopped at line $where (exit $code); the end of $LOG may tell why. The same command goes on from there."
}

interrupted() { # what was under way is ended with all its children, then done anew
    FAILED=1
    trap '' INT TERM
    if [ -n "${STEP:-}" ] && [ -n "${UNDISTURBED:-}" ]; then
        printf '\nWaiting for the machine'"'"'s package manager: stopped half-way, it would leave the machine in disorder.\n' >&2
        wait "$STEP" || true
    elif [ -n "${STEP:-}" ]; then
        kill -- "-$STEP" 2>/dev/null || true
    fi
    printf '\nInterrupted. Nothing is broken; the same command goes on from here.\n' >&2
    exit 130
}
trap 'unforeseen "$LINENO" "${BASH_SOURCE[0]:-$0}"' ERR
trap interrupted INT TERM

as_app() { # run a command as the account that owns FOODCOOP_HOME, never as root
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid="$ACCOUNT" --regid="$ACCOUNT" --init-groups \
            env HOME="$FOODCOOP_HOME" USER="$ACCOUNT" "$@"
    else
        "$@"
    fi
}

run_step() { # run_step SENTENCE COMMAND...: shows progress, keeps the output in the log
    local sentence=$1 began=$SECONDS ticked=$SECONDS code=0
    shift
    printf '%s ...' "$sentence"
    printf '\n== %s\n' "$sentence" >>"$LOG"
    set -m # a process group of its own, so that an interrupt can end all of it
    "$@" >>"$LOG" 2>&1 </dev/null &
    STEP=$!
    set +m
    while kill -0 "$STEP" 2>/dev/null; do
        sleep 0.2
        if ((SECONDS - ticked >= 10)); then
            ticked=$SECONDS
            printf ' %s s' "$((SECONDS - began))"
        fi
    done
    wait "$STEP" || code=$?
    STEP=''
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

free_space() { # megabytes left where everything is kept
    local folder=$FOODCOOP_HOME
    while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
    df -Pm "$folder" | awk 'NR==2 {print $4}'
}

need_space() { # need_space MEGABYTES WHAT-FOR
    [ "$(free_space)" -ge "$1" ] || fail "The disk of $FOODCOOP_HOME has $(free_space) MB left and $2 needs $1 MB: make room, or set FOODCOOP_HOME to a folder on a larger disk."
}

check_home() { # refuses a folder that is another's, or that holds something else
    [ -e "$FOODCOOP_HOME" ] || return 0
    [ -d "$FOODCOOP_HOME" ] || fail "$FOODCOOP_HOME is no folder: set FOODCOOP_HOME to a folder."
    [ "$(id -u)" = 0 ] || [ -O "$FOODCOOP_HOME" ] ||
        fail "$FOODCOOP_HOME belongs to $(stat -c %U "$FOODCOOP_HOME"), made by another user's run: do this as that user (or root), or set FOODCOOP_HOME to a folder of yours."
    [ -e "$FOODCOOP_HOME/.foodcoop-home" ] || [ -e "$FOODCOOP_HOME/run/setup.lock" ] || [ -z "$(ls -A "$FOODCOOP_HOME")" ] ||
        fail "$FOODCOOP_HOME holds files that are not of these scripts: set FOODCOOP_HOME to a new or an empty folder. Nothing was changed."
}

check_no_test() { # PostgreSQL must not end under a running test
    local lock=$FOODCOOP_HOME/run/tests.lock
    [ ! -e "$lock" ] || flock -n "$lock" true ||
        fail "scripts/test is running in $FOODCOOP_HOME: let it end, or end it with Ctrl-C, then do this again."
}

take_over() { # as root, a folder that an ordinary user's run made
    local owner pid
    owner=$(stat -c %U "$FOODCOOP_HOME")
    [ "$owner" != "$ACCOUNT" ] || return 0
    pid=$(head -n 1 "$FOODCOOP_HOME/pg/data/postmaster.pid" 2>/dev/null || true)
    [ -z "$pid" ] || [ "$(cat "/proc/$pid/comm" 2>/dev/null || true)" != postgres ] ||
        fail "The shop in $FOODCOOP_HOME is running as $owner: run scripts/stop as $owner first, or go on as $owner."
    chown -R "$ACCOUNT:" "$FOODCOOP_HOME"
}

make_account() {
    id "$ACCOUNT" >/dev/null 2>&1 && return
    say "Making the system account \"$ACCOUNT\": Odoo and PostgreSQL never run as root."
    useradd --system --user-group --no-create-home --shell /usr/sbin/nologin "$ACCOUNT"
}

setup_home() {
    check_home
    mkdir -p "$FOODCOOP_HOME" 2>/dev/null || fail "The folder $FOODCOOP_HOME cannot be made: give yourself the right to write there, or set FOODCOOP_HOME to another folder."
    if [ "$(id -u)" = 0 ]; then
        make_account
        take_over
        as_app test -r "$ROOT/README.md" -a -x "$FOODCOOP_HOME" ||
            fail "The account \"$ACCOUNT\" cannot read $ROOT: move the project to a folder that others may enter (for example under /srv), or start as an ordinary user."
    fi
    as_app touch "$FOODCOOP_HOME/.foodcoop-home" 2>/dev/null &&
        as_app mkdir -p "$FOODCOOP_HOME/log" "$FOODCOOP_HOME/run" "$FOODCOOP_HOME/cache" &&
        as_app touch "$LOG" 2>/dev/null ||
        fail "The disk is full or $LOG cannot be written: make room and start again."
    # One set-up at a time: a second one waits for the first.
    # Made by the account, so that its own scripts (a bench) may take it, too.
    as_app test -w "$FOODCOOP_HOME/run/setup.lock" || rm -f "$FOODCOOP_HOME/run/setup.lock"
    as_app touch "$FOODCOOP_HOME/run/setup.lock"
    exec 9>"$FOODCOOP_HOME/run/setup.lock"
    flock -n 9 || { say "Another set-up is under way in $FOODCOOP_HOME; waiting for it."; flock 9; }
}

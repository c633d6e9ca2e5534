# A PostgreSQL of the project's own: one folder, one unix socket, durable, no TCP.
# shellcheck shell=bash

PG_DATA=$FOODCOOP_HOME/pg/data
PG_SOCKET=$FOODCOOP_HOME/pg/socket
# A socket's address holds 107 bytes at most; a long path gets a short stand-in.
[ ${#PG_SOCKET} -le 85 ] || PG_SOCKET=${TMPDIR:-/tmp}/foodcoop-$(printf %s "$FOODCOOP_HOME" | sha256sum | cut -c1-12)
# Odoo refuses the role "postgres"; "trust" is safe, for the socket's folder is 0700.
export PGHOST=$PG_SOCKET PGUSER=odoo PGPORT=5432

pg_bin() { # of the version that made the data, else the newest
    if [ -s "$PG_DATA/PG_VERSION" ]; then
        echo "/usr/lib/postgresql/$(cat "$PG_DATA/PG_VERSION")/bin"
    else
        postgres_bin
    fi
}

check_pg_version() {
    local bin version
    bin=$(pg_bin)
    [ ! -x "$bin/pg_ctl" ] || return 0
    version=$(cat "$PG_DATA/PG_VERSION")
    fail "The data in $PG_DATA were made by PostgreSQL $version, which this machine no longer has: install postgresql-$version, or begin anew with scripts/reset --all."
}

pg_tool() { # pg_tool NAME ARGUMENTS
    as_app "$(pg_bin)/$1" "${@:2}"
}

make_cluster() { # made aside and moved into place whole: half a cluster is never taken for one
    as_app rm -rf "$PG_DATA.part" &&
        pg_tool initdb -D "$PG_DATA.part" -U odoo --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-instructions &&
        as_app mv "$PG_DATA.part" "$PG_DATA"
}

write_pg_conf() {
    as_app tee "$FOODCOOP_HOME/pg/foodcoop.conf" >/dev/null <<C
listen_addresses = ''
unix_socket_directories = '$PG_SOCKET'
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = 256MB
work_mem = 16MB
maintenance_work_mem = 128MB
random_page_cost = 1.1
jit = off
max_wal_size = 2GB
C
    as_app grep -q "foodcoop.conf" "$PG_DATA/postgresql.conf" ||
        say "include = '../foodcoop.conf'" | as_app tee -a "$PG_DATA/postgresql.conf" >/dev/null
}

pg_pid() { # the server's number; after a restart of the machine it may be any program's
    local pid
    pid=$(head -n 1 "$PG_DATA/postmaster.pid" 2>/dev/null || true)
    [ -n "$pid" ] && [ "$(cat "/proc/$pid/comm" 2>/dev/null || true)" = postgres ] || return 1
    echo "$pid"
}

pg_running() { pg_pid >/dev/null && pg_tool pg_isready -q; }

setup_postgres() {
    as_app mkdir -p "$FOODCOOP_HOME/pg" "$PG_SOCKET"
    as_app chmod 700 "$FOODCOOP_HOME/pg" "$PG_SOCKET"
    if [ ! -s "$PG_DATA/PG_VERSION" ]; then
        need_space 1500 "the database"
        run_step "Making the database server's folder" make_cluster || fail "PostgreSQL could not make its folder ($(log_end 1)); $LOG has the details."
    fi
    check_pg_version
    pg_running && return
    write_pg_conf
    run_step "Starting PostgreSQL" start_postgres ||
        fail "PostgreSQL does not start ($(as_app tail -n 1 "$FOODCOOP_HOME/log/postgres.log")); $FOODCOOP_HOME/log/postgres.log has the details."
}

start_postgres() { # a session of its own, so that Ctrl-C in the terminal does not reach it
    pg_pid >/dev/null || as_app rm -f "$PG_DATA/postmaster.pid"
    pg_tool pg_ctl -D "$PG_DATA" -l "$FOODCOOP_HOME/log/postgres.log" -w -t 60 start 9>&-
}

stop_postgres() { # asked directly: its tools may be gone by now
    local pid tries
    pid=$(pg_pid) || return 0
    kill -INT "$pid"
    for ((tries = 0; tries < 300; tries++)); do
        pg_pid >/dev/null || return 0
        sleep 0.2
    done
    fail "PostgreSQL (process $pid) does not stop; $FOODCOOP_HOME/log/postgres.log may say why. Wait a little, then do this again."
}

#!/usr/bin/env bash
# restore.sh           lists the backups
# restore.sh NAME      puts one back, after asking; what was there is set aside
# The present database is only renamed, so a wrong choice can be taken back.
set -euo pipefail
database=${ODOO_DB:?ODOO_DB names no database}
filestore=${ODOO_FILES:-/var/lib/odoo}/filestore
backups=${BACKUPS:-/backups}
aside=${database}_before_$(date +%Y%m%d%H%M%S)

stop() {
    echo "$*" >&2
    exit 1
}

sql() { # sql STATEMENT [DATABASE]: names come as psql variables, quoted by psql itself
    psql -XAtq -d "${2:-postgres}" -v ON_ERROR_STOP=1 \
        -v database="$database" -v restored="${database}_restored" -v aside="$aside" <<<"$1"
}

if [[ $# -eq 0 ]]; then
    find "$backups" -mindepth 1 -maxdepth 1 -type d -name "$database-*" -printf '%f\n' | sort
    exit 0
fi
from=$backups/${1##*/}
[[ -d "$from" ]] || stop "There is no backup called $1. Without a name, this lists them."
(cd "$from" && sha256sum --check --quiet SHA256SUMS) ||
    stop "The backup $1 is damaged: choose another. Nothing was changed."
[[ -z "$(sql "SELECT 1 FROM pg_stat_activity WHERE datname = :'database' LIMIT 1")" ]] ||
    stop "The database \"$database\" is in use: stop Odoo first (docker compose stop odoo backup)."
if [[ "${2:-}" != --yes ]]; then
    read -r -p "Put $1 in the place of \"$database\"? The present one is kept as \"$aside\". [yes/no] " answer
    [[ "$answer" == yes ]] || stop "Nothing was changed."
fi

# Beside the present one first: a failure up to here changes nothing.
export PGOPTIONS="${PGOPTIONS:-} -c client_min_messages=warning"
sql 'DROP DATABASE IF EXISTS :"restored"'
sql 'CREATE DATABASE :"restored" TEMPLATE template0 ENCODING '"'UTF8'"
contents=$(pg_restore --list "$from/database.dump")
if [[ "$contents" == *"EXTENSION - unaccent"* ]]; then
    # As Odoo does: its indexes need this mark, which a dump does not carry.
    sql 'CREATE EXTENSION unaccent; ALTER FUNCTION unaccent(text) IMMUTABLE' "${database}_restored"
fi
pg_restore --exit-on-error --no-owner --dbname="${database}_restored" "$from/database.dump"
rm -rf "$filestore/${database}_restored"
mkdir -p "$filestore/${database}_restored"
tar -C "$filestore/${database}_restored" -xzf "$from/files.tar.gz"

if [[ -n "$(sql "SELECT 1 FROM pg_database WHERE datname = :'database'")" ]]; then
    sql 'ALTER DATABASE :"database" RENAME TO :"aside"'
    [[ ! -d "$filestore/$database" ]] || mv "$filestore/$database" "$filestore/$aside"
fi
sql 'ALTER DATABASE :"restored" RENAME TO :"database"'
mv "$filestore/${database}_restored" "$filestore/$database"
echo "Restored: $1. Start Odoo again (docker compose up -d)."

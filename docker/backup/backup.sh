#!/usr/bin/env bash
# One backup: the database and its files, whole or not at all.
# Settings come from the environment; PostgreSQL's own names say where it is.
set -euo pipefail
database=${ODOO_DB:?ODOO_DB names no database}
files=${ODOO_FILES:-/var/lib/odoo}/filestore/$database
backups=${BACKUPS:-/backups}
name=$database-$(date +%Y-%m-%dT%H%M%S)
part=$backups/.part
umask 077

exists=$(psql -XAtq -d postgres -v name="$database" <<<"SELECT 1 FROM pg_database WHERE datname = :'name'")
if [[ -z "$exists" ]]; then
    echo "There is no database \"$database\" yet: nothing to back up." >&2
    exit 3
fi
rm -rf "$part"
mkdir -p "$part"
# The database first: a file that is added meanwhile is one too many, never missing.
pg_dump --format=custom --no-owner --file="$part/database.dump" "$database"
if [[ -d "$files" ]]; then
    tar -C "$files" -czf "$part/files.tar.gz" .
else
    tar -czf "$part/files.tar.gz" -T /dev/null
fi
(cd "$part" && sha256sum database.dump files.tar.gz >SHA256SUMS)
mv "$part" "$backups/$name"
echo "Backed up: $name ($(du -sh "$backups/$name" | cut -f1))"

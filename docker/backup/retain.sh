#!/usr/bin/env bash
# Keeps the newest backups and the first of each month; removes the others.
set -euo pipefail
database=${ODOO_DB:?ODOO_DB names no database}
backups=${BACKUPS:-/backups}
days=${BACKUP_KEEP_DAYS:-14}
months=${BACKUP_KEEP_MONTHS:-12}

mapfile -t names < <(find "$backups" -mindepth 1 -maxdepth 1 -type d -name "$database-????-??-??T*" -printf '%f\n' | sort)
declare -A keep=() first=()
for name in "${names[@]}"; do # oldest first: the first of a month wins
    month=${name#"$database-"}
    month=${month:0:7}
    [[ -n "${first[$month]:-}" ]] || first[$month]=$name
done
while read -r month; do
    [[ -z "$month" ]] || keep[${first[$month]}]=1
done < <(printf '%s\n' "${!first[@]}" | sort -r | head -n "$months")
while read -r name; do
    [[ -z "$name" ]] || keep[$name]=1
done < <(printf '%s\n' "${names[@]}" | sort -r | head -n "$days")

for name in "${names[@]}"; do
    if [[ -z "${keep[$name]:-}" ]]; then
        rm -rf "${backups:?}/$name"
        echo "Removed: $name"
    fi
done

#!/usr/bin/env bash
# A backup every night at BACKUP_HOUR, and at once when there is none of the last day.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
hour=${BACKUP_HOUR:-02:30}

run() {
    if "$here/backup.sh"; then
        "$here/retain.sh"
    else
        echo "No backup was made; the next try is at $hour." >&2
    fi
}

trap 'exit 0' TERM INT
"$here/healthy.sh" || run
while :; do
    next=$(date -d "today $hour" +%s)
    now=$(date +%s)
    ((next > now)) || next=$(date -d "tomorrow $hour" +%s)
    sleep $((next - now)) &
    wait $!
    run
done

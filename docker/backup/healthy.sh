#!/usr/bin/env bash
# Healthy while the newest whole backup is younger than 26 hours.
set -euo pipefail
backups=${BACKUPS:-/backups}
newest=$(find "$backups" -mindepth 2 -maxdepth 2 -name SHA256SUMS -mmin -1560 -not -path '*/.part/*' -print -quit)
[[ -n "$newest" ]]

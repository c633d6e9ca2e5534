#!/bin/sh
# Asks Let's Encrypt for a certificate, and again when a third of its life is left.
set -eu
: "${ACME_EMAIL:?write ACME_EMAIL into docker/.env: warnings about the certificate go there}"

while :; do
    # The hook's variable is certbot's own, filled in when it runs.
    # shellcheck disable=SC2016
    certbot certonly --webroot --webroot-path /acme --domain "$FOODCOOP_HOST" \
        --email "$ACME_EMAIL" --agree-tos --non-interactive --keep-until-expiring \
        --deploy-hook 'cp -L "$RENEWED_LINEAGE"/fullchain.pem "$RENEWED_LINEAGE"/privkey.pem /certs/' ||
        echo "No certificate this time; the next try is in twelve hours." >&2
    sleep 43200
done

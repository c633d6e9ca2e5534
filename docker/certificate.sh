#!/usr/bin/env bash
# certificate.sh NAME [FOLDER]: a certificate of our own for a shop without one.
# Browsers warn about it; put the shop's own fullchain.pem and privkey.pem there.
set -euo pipefail
name=${1:?the shop\'s name is missing}
folder=${2:-/certs}

if [[ -s "$folder/fullchain.pem" && -s "$folder/privkey.pem" ]]; then
    echo "There is a certificate in $folder; it stays."
    exit 0
fi
umask 077
openssl req -x509 -newkey rsa:2048 -nodes -days 825 \
    -subj "/CN=$name" -addext "subjectAltName=DNS:$name" \
    -keyout "$folder/privkey.pem" -out "$folder/fullchain.part" 2>/dev/null
mv "$folder/fullchain.part" "$folder/fullchain.pem"
echo "Made a certificate of our own for $name: browsers will warn about it."

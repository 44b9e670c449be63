#!/bin/sh
# TLS from the first start on: the operator's own certificate when there is one, else one made here.
set -eu
if [ ! -s /certificates/tls.crt ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 397 -subj "/CN=$BOUCLE_HOST" \
    -addext "subjectAltName=DNS:$BOUCLE_HOST" -keyout /certificates/tls.key -out /certificates/tls.crt 2>/dev/null
  chmod 600 /certificates/tls.key
fi
echo "map \$host \$public_address { default $BOUCLE_PUBLIC_ADDRESS; }" >/tmp/address.conf
sh /boucle/nodes.sh
exec nginx -e /dev/stderr -c /boucle/nginx.conf -g 'daemon off;'

#!/bin/sh
# nodes.sh [address]: writes which nodes take requests: all but this one, which is about to be stopped. A node that was
# killed is passed over at once, and asked again a little later.
set -eu
{
  echo "upstream boucle {"
  for node in $BOUCLE_NODES; do
    case "$node" in
      "${1:-}") echo "    server $node:8080 down;" ;;
      *) echo "    server $node:8080 max_fails=1 fail_timeout=5s;" ;;
    esac
  done
  echo "}"
} >/tmp/nodes.conf
if [ -s /tmp/nginx.pid ]; then nginx -e /dev/stderr -c /boucle/nginx.conf -s reload; fi

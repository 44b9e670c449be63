#!/bin/sh
# One node after the other, with the image and settings as they are now, while the other answers: no request fails.
# COMPOSE names the command where it is not "docker compose".
set -eu
cd "$(dirname "$0")"
compose() { ${COMPOSE:-docker compose} "$@"; }

healthy() { [ "$(docker inspect --format '{{.State.Health.Status}}' "$(compose ps -q "$1")")" = healthy ]; }

for number in 1 2; do
  other=node$((3 - number))
  healthy "$other" || { echo "$other is not ready: nothing was restarted" >&2; exit 1; }
  address=$(compose exec -T proxy sh -c "echo \$BOUCLE_NODES" | cut -d ' ' -f $number)
  compose exec -T proxy sh /boucle/nodes.sh "$address"
  compose up -d --no-deps --force-recreate "node$number"
  tries=0
  until healthy "node$number"; do
    tries=$((tries + 1))
    [ $tries -lt 90 ] || { echo "node$number did not become ready" >&2; exit 1; }
    sleep 2
  done
  compose exec -T proxy sh /boucle/nodes.sh
done

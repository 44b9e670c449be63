#!/bin/sh
# The first start makes the cluster with the two roles of Boucle; every start runs the server. Works on the official
# image and on Debian's packages.
set -eu
PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
data=/var/lib/postgresql/boucle
if [ ! -s "$data/PG_VERSION" ]; then
  rm -rf "$data.new"
  initdb --pgdata="$data.new" --username=postgres --auth-local=peer --auth-host=scram-sha-256 \
    --encoding=UTF8 --locale=C.UTF-8 --data-checksums >/dev/null
  echo "host all all all scram-sha-256" >>"$data.new/pg_hba.conf"
  pg_ctl --pgdata="$data.new" --wait --silent \
    -o "-c listen_addresses='' -c unix_socket_directories=/tmp -c shared_preload_libraries=pg_stat_statements" start
  psql --host=/tmp --username=postgres --quiet --set=ON_ERROR_STOP=1 \
    --set=owner="$BOUCLE_OWNER_PASSWORD" --set=application="$BOUCLE_DATABASE_PASSWORD" <<'SQL'
create role boucle_owner login password :'owner';
create role boucle login password :'application';
create database boucle owner boucle_owner;
revoke connect on database boucle from public;
grant connect on database boucle to boucle;
\connect boucle
create extension pg_stat_statements;
SQL
  pg_ctl --pgdata="$data.new" --wait --silent stop
  mv "$data.new" "$data"
fi
exec postgres -D "$data" -c listen_addresses='*' -c unix_socket_directories=/tmp \
  -c shared_preload_libraries=pg_stat_statements -c max_connections=100

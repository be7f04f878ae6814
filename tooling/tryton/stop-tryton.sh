#!/usr/bin/env bash
# Stops what start-tryton.sh started, and nothing else. With --purge its data goes too.
set -euo pipefail

readonly state=${PARVIS_TRYTON_STATE:-${TMPDIR:-/tmp}/parvis-tryton-$(id -u)}
[ -d "$state" ] || exit 0
exec 9>"$state/lock"; flock 9

pid=$(cat "$state/trytond.pid" 2>/dev/null || true)
if [ -n "$pid" ] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -q "$state/trytond.conf"; then
  kill "$pid"
  for _ in $(seq 1 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  if kill -0 "$pid" 2>/dev/null; then kill -9 "$pid"; fi
fi
rm -f "$state/trytond.pid"

if [ -s "$state/postgres/postmaster.pid" ]; then
  bin=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/pg_ctl' | sort -V | tail -n 1)")
  run=(); [ "$(id -u)" != 0 ] || run=(setpriv --reuid postgres --regid postgres --init-groups --)
  "${run[@]}" "$bin/pg_ctl" -D "$state/postgres" -m fast -w stop >/dev/null
fi

if [ "${1:-}" = --purge ]; then
  [ -e "$state/trytond.conf" ] || { echo "not deleting $state: start-tryton.sh did not make it" >&2; exit 1; }
  rm -rf -- "$state"
fi

#!/usr/bin/env bash
# A real Tryton 6.0 that holds one invented public entity, for the Tryton connector's tests and for trying things out.
# Run again, it keeps what exists: up in a second, and at once when already running.
#
#   tooling/tryton/start-tryton.sh          prints the address and the three log-ins
#   tooling/tryton/stop-tryton.sh           stops it and keeps its data
#   tooling/tryton/stop-tryton.sh --purge   stops it and deletes its data
#
#   PARVIS_TRYTON_STATE   where everything is kept   default: ${TMPDIR:-/tmp}/parvis-tryton-<user id>
#   PARVIS_TRYTON_PORT    JSON-RPC port, loopback    default: a free one, then always the same
#   PARVIS_TRYTON_NO_APT  1: never install anything
#
# Needs Debian 12's Tryton and PostgreSQL; as root with apt it installs them. Exit 3: they are not to be had here.
set -euo pipefail
umask 077

readonly here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly state=${PARVIS_TRYTON_STATE:-${TMPDIR:-/tmp}/parvis-tryton-$(id -u)}
readonly database=entity
readonly modules=(account_fr account_invoice account_invoice_history account_payment account_payment_clearing party_siret purchase)
# Debian's interpreter: the Tryton modules are installed there, and nowhere else.
readonly python=/usr/bin/python3

say() { printf 'tryton: %s\n' "$*" >&2; }
give_up() { say "$2"; exit "$1"; }
is_root() { [ "$(id -u)" = 0 ]; }
as() { # as USER COMMAND…: servers refuse to run as root
  local user=$1; shift
  if is_root; then setpriv --reuid "$user" --regid "$user" --init-groups -- "$@"; else "$@"; fi
}
hand_to() { if is_root; then chown -R "$1:" "${@:2}"; fi; }

# ── packages ──────────────────────────────────────────────────────────────────────────────────────────────────────
is_installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

missing_packages() {
  local name
  for name in tryton-server tryton-proteus python3-psycopg2 python3-tz "${modules[@]/#/tryton-modules-}"; do
    is_installed "${name//_/-}" || printf '%s\n' "${name//_/-}"
  done
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || echo postgresql
}

install_packages() {
  local missing; mapfile -t missing < <(missing_packages)
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "${PARVIS_TRYTON_NO_APT:-}" = 1 ] || ! is_root || ! command -v apt-get >/dev/null; then
    give_up 3 "missing packages: ${missing[*]}. Install them (apt-get install), or run this as root."
  fi
  say "installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  # Exit 101 keeps the packages' own servers from starting.
  local policy=/usr/sbin/policy-rc.d ours=
  if [ ! -e $policy ]; then printf '#!/bin/sh\nexit 101\n' >$policy; chmod 755 $policy; ours=1; fi
  local failed=
  apt-get -qq -o DPkg::Lock::Timeout=600 update >&2 || true
  apt-get -qq -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 install -y --no-install-recommends "${missing[@]}" \
    >"$state/apt.log" 2>&1 || failed=1
  [ -z "$ours" ] || rm -f $policy
  [ -z "$failed" ] || { tail -n 15 "$state/apt.log" >&2; give_up 3 "apt-get could not install them"; }
}

# ── secrets and ports, made once for each state directory ─────────────────────────────────────────────────────────
kept() { # kept FILE COMMAND…: what FILE says, or what the command prints, then kept
  [ -s "$state/$1" ] || "${@:2}" >"$state/$1"
  cat "$state/$1"
}
# Tryton refuses a password in which a quarter of the characters come twice: draw without putting back.
new_password() { "$python" -c 'import random, string; print("".join(random.SystemRandom().sample(string.ascii_letters + string.digits, 24)))'; }
free_port() { "$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# ── PostgreSQL ────────────────────────────────────────────────────────────────────────────────────────────────────
pg_bin() { dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)"; }

start_postgres() {
  local bin data=$state/postgres; bin=$(pg_bin)
  if [ ! -s "$data/PG_VERSION" ]; then
    mkdir -p "$data"
    cp "$state/database.password" "$state/initdb.password"
    hand_to postgres "$data" "$state/initdb.password"
    as postgres "$bin/initdb" -D "$data" -U tryton --pwfile="$state/initdb.password" -A scram-sha-256 -E UTF8 \
      --locale=C.UTF-8 >"$state/initdb.log" 2>&1 || { cat "$state/initdb.log" >&2; give_up 1 'initdb failed'; }
    rm -f "$state/initdb.password"
  fi
  if ! as postgres "$bin/pg_ctl" -D "$data" status >/dev/null 2>&1; then
    # Throw-away data: durability only slows it down.
    as postgres "$bin/pg_ctl" -D "$data" -w -l "$data/server.log" -o "-p $pg_port -c listen_addresses=127.0.0.1 \
      -c unix_socket_directories= -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c jit=off" \
      start >/dev/null || { tail -n 15 "$data/server.log" >&2; give_up 1 'PostgreSQL did not start'; }
  fi
  if [ "$(sql "select count(*) from pg_database where datname = '$database'")" = 0 ]; then
    sql "create database $database template template0 encoding 'UTF8'"
  fi
}
sql() { PGPASSWORD=$(cat "$state/database.password") "$(pg_bin)/psql" -h 127.0.0.1 -p "$pg_port" -U tryton -d postgres -Atqc "$1"; }

# ── Tryton ────────────────────────────────────────────────────────────────────────────────────────────────────────
write_configuration() {
  mkdir -p "$state/data"
  # The session limits are those a connector meets in the field.
  cat >"$state/trytond.conf" <<CONF
[web]
listen = 127.0.0.1:$port
[database]
uri = postgresql://tryton:$(cat "$state/database.password")@127.0.0.1:$pg_port/
path = $state/data
language = fr
[session]
max_age = 2592000
timeout = 300
max_attempt = 5
[queue]
worker = False
CONF
  hand_to tryton "$state/data" "$state/trytond.conf"
}

is_done() { [ "$(cat "$state/$1.done" 2>/dev/null || true)" = "$2" ]; }

activate_modules() {
  is_done modules "${modules[*]}" && return 0
  say 'activating the modules (a minute, the first time)'
  cp "$state/admin.password" "$state/data/admin.password"
  hand_to tryton "$state/data/admin.password"
  as tryton env TRYTONPASSFILE="$state/data/admin.password" trytond-admin -c "$state/trytond.conf" -d $database \
    -u ir "${modules[@]}" --activate-dependencies -l fr --email admin@entite.example >"$state/modules.log" 2>&1 ||
    { tail -n 20 "$state/modules.log" >&2; give_up 1 'trytond-admin failed'; }
  rm -f "$state/data/admin.password"
  printf '%s' "${modules[*]}" >"$state/modules.done"
}

create_entity() {
  local wanted; wanted=$(sha256sum <"$here/create_entity.py")
  is_done entity "$wanted" && return 0
  stop_server # a running one would keep what it has read before
  say 'creating the public entity'
  cp "$here/create_entity.py" "$state/data/create_entity.py"
  hand_to tryton "$state/data/create_entity.py"
  as tryton env CONNECTOR_PASSWORD="$(cat "$state/connector.password")" \
    ACCOUNTANT_PASSWORD="$(cat "$state/accountant.password")" \
    "$python" "$state/data/create_entity.py" "$state/trytond.conf" $database >"$state/entity.log" 2>&1 ||
    { tail -n 20 "$state/entity.log" >&2; give_up 1 'create_entity.py failed'; }
  printf '%s' "$wanted" >"$state/entity.done"
}

server_pid() { # the pid we kept, if that process is still our trytond
  local pid; pid=$(cat "$state/trytond.pid" 2>/dev/null) || return 1
  [ -n "$pid" ] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -q "$state/trytond.conf" && echo "$pid"
}
stop_server() {
  local pid; pid=$(server_pid) || return 0
  kill "$pid"; while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
}
answers() {
  "$python" - "http://127.0.0.1:$port/" <<'PY' 2>/dev/null
import json, sys, urllib.request
body = json.dumps({'id': 0, 'method': 'common.server.version', 'params': []}).encode()
request = urllib.request.Request(sys.argv[1], body, {'Content-Type': 'application/json'})
print(json.load(urllib.request.urlopen(request, timeout=3))['result'])
PY
}

start_server() {
  if ! server_pid >/dev/null; then
    if answers >/dev/null; then give_up 1 "port $port is taken by another Tryton; set PARVIS_TRYTON_PORT"; fi
    : >"$state/trytond.log"; hand_to tryton "$state/trytond.log"
    as tryton setsid sh -c 'echo $$; exec trytond -c "$0" -d "$1" >>"$2" 2>&1 </dev/null 9>&-' \
      "$state/trytond.conf" $database "$state/trytond.log" >"$state/trytond.pid" 2>/dev/null </dev/null 9>&- &
  fi
  for _ in $(seq 1 120); do
    if version=$(answers); then return 0; fi
    sleep 0.5
  done
  tail -n 20 "$state/trytond.log" >&2
  give_up 1 'trytond does not answer'
}

write_environment() {
  cat >"$state/env" <<ENV
TRYTON_URL=http://127.0.0.1:$port/$database/
TRYTON_USER=connecteur
TRYTON_PASSWORD=$(cat "$state/connector.password")
TRYTON_ACCOUNTANT_USER=comptable
TRYTON_ACCOUNTANT_PASSWORD=$(cat "$state/accountant.password")
TRYTON_DATABASE_URL=postgresql://tryton:$(cat "$state/database.password")@127.0.0.1:$pg_port/$database
TRYTON_ADMIN_USER=admin
TRYTON_ADMIN_PASSWORD=$(cat "$state/admin.password")
ENV
}

# ── all of it ─────────────────────────────────────────────────────────────────────────────────────────────────────
mkdir -p "$state"; chmod 755 "$state"
exec 9>"$state/lock"; flock 9 # two starts at once: the second finds everything done
install_packages
for name in database admin connector accountant; do kept "$name.password" new_password >/dev/null; done
pg_port=$(kept postgres.port free_port)
if [ -n "${PARVIS_TRYTON_PORT:-}" ]; then echo "$PARVIS_TRYTON_PORT" >"$state/port"; fi
port=$(kept port free_port)
start_postgres 9>&-
write_configuration
activate_modules
create_entity
if server_pid >/dev/null && answers >/dev/null; then say 'already up'; fi
start_server
write_environment
say "up, version $version"
cat "$state/env"

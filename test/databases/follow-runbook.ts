import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRepository } from '#test/golden/build-repository.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A machine below a folder: its commands, its /etc, /var, /usr and /srv, and a service manager that starts what the units say. */
export interface Machine {
  readonly folder: string;
  readonly run: (script: string) => { readonly status: number | null; readonly told: string };
  readonly stop: () => void;
}

export interface MachineOrder {
  readonly port: number;
  readonly metricsPort: number;
  /** The PostgreSQL that the configuration names; without it, SQLite in the data folder. */
  readonly database: string | undefined;
  /** What stands in for the address of a database server in commands. */
  readonly target: string;
}

export function machine(order: MachineOrder): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-machine-'));
  furnish(folder, order);
  const run = (script: string) => {
    const { status, stdout, stderr } = spawnSync('sh', ['-euc', `exec 2>&1\n${here(script, folder, order)}`], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: `${folder}/bin:${process.env['PATH']}`, HOME: folder, MACHINE: folder, NO_COLOR: '1', TZ: 'UTC' },
      timeout: 50_000,
    });
    return { status, told: stdout + stderr };
  };
  return { folder, run, stop: () => void run('systemctl stop understudy') };
}

const PATHS = ['/etc/understudy', '/etc/systemd', '/var/lib', '/var/backups', '/usr/local', '/srv'];

/** As written, but below the folder, at free ports and with a database that is there. */
function here(script: string, folder: string, { port, metricsPort, target }: MachineOrder): string {
  const placed = PATHS.reduce((text, path) => text.replaceAll(new RegExp(`(?<![\\w/])${path}`, 'g'), folder + path), script);
  return placed
    .replaceAll(/postgres:\/\/understudy:PASSWORD@\S+/g, target)
    .replaceAll('127.0.0.1:4181', `127.0.0.1:${port}`)
    .replaceAll('127.0.0.1:9181', `127.0.0.1:${metricsPort}`);
}

function furnish(folder: string, order: MachineOrder): void {
  const shipped = join(folder, 'usr/local/lib/node_modules/understudy/deploy/systemd');
  for (const path of [
    'bin',
    'etc/systemd/system',
    'var/lib/understudy',
    'var/backups',
    'usr/local/bin',
    'usr/local/sbin',
    shipped.slice(folder.length + 1),
  ])
    mkdirSync(join(folder, path), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'deploy/systemd'))) {
    const text = here(readFileSync(join(ROOT, 'deploy/systemd', name), 'utf8'), folder, order);
    const engine =
      order.database === undefined ? text : text.replace(/^#UNDERSTUDY_DATABASE=.*$/m, `UNDERSTUDY_DATABASE=${order.database}`);
    writeFileSync(join(shipped, name), engine);
  }
  const main = `exec "${process.execPath}" --conditions=understudy-source "${join(ROOT, 'src/cli/main.ts')}" "$@"`;
  const commands = {
    ...COMMANDS,
    understudy: main,
    systemctl: systemctl(order),
    'understudy-admin': `exec sh ${folder}/usr/local/sbin/understudy-admin "$@"`,
  };
  for (const [name, text] of Object.entries(commands)) executable(join(folder, 'bin', name), text);
  executable(join(folder, 'usr/local/bin/understudy'), main);
  buildRepository({
    bare: true,
    folder: join(folder, 'srv/git/billing.git'),
    commits: [{ by: 'Ana Example <ana@example.org>', files: { 'a.ts': '1' } }],
  });
}

function executable(path: string, text: string): void {
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
}

/** What only root may do, or the whole machine would feel. */
const COMMANDS = {
  sudo: 'exec "$@"',
  runuser: 'while [ "$1" != -- ]; do shift; done; shift; exec "$@"',
  useradd: 'exit 0',
  npm: 'exit 0',
  createdb: 'exit 0',
  install: 'n=$#; for a; do shift; case "$a" in understudy) ;; -o) ;; *) set -- "$@" "$a";; esac; done; exec /usr/bin/install "$@"',
  journalctl: 'cat "$MACHINE/journal"',
};

/** Starts what the unit's ExecStart says, with the environment of its file, and ends it by SIGTERM within the unit's time. */
function systemctl({ port, metricsPort }: MachineOrder): string {
  return `
case "$1" in daemon-reload) exit 0;; enable) shift; shift; set -- start "$@";; esac
unit="$MACHINE/etc/systemd/system/$2.service"
pid="$MACHINE/$2.pid"
stop() {
  [ -e "$pid" ] || return 0
  kill -TERM "$(cat "$pid")" 2>/dev/null || true
  bound=$(sed -n 's/^TimeoutStopSec=//p' "$unit")
  for i in $(seq $((bound * 10))); do kill -0 "$(cat "$pid")" 2>/dev/null || { rm "$pid"; return 0; }; sleep 0.1; done
  echo "did not stop"; exit 1
}
start() {
  set -a; . "$(sed -n 's/^EnvironmentFile=//p' "$unit")"; set +a
  line=$(sed -n 's/^ExecStart=//p' "$unit" | sed 's/--metrics-port [0-9]*/--metrics-port ${metricsPort}/')
  case "$line" in *" serve "*) line="$line --port ${port} --drain 0";; esac
  : > "$MACHINE/journal"
  setsid $line >> "$MACHINE/journal" 2>&1 < /dev/null &
  echo $! > "$pid"
  for i in $(seq 300); do grep -q 'first administrator\\|server-started' "$MACHINE/journal" && { sleep 0.3; return 0; }; kill -0 $! 2>/dev/null || { cat "$MACHINE/journal"; exit 1; }; sleep 0.1; done
  cat "$MACHINE/journal"; exit 1
}
case "$1" in
  start) start;; stop) stop;; restart) stop; start;;
  is-active) kill -0 "$(cat "$pid")" 2>/dev/null && echo active || { echo inactive; exit 3; };;
  *) echo "unknown: $*"; exit 1;;
esac`;
}

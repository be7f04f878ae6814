/** The processes of a running Parvis: started in order, watched, started again when one dies, stopped in reverse. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Problem, root, say } from './prepare.mjs';

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 8_000;
const DEATHS_BEFORE_GIVING_UP = 5;

/** Starts `node file` and waits until it prints its line `{"ready":…}`; resolves to what that line says. */
export const supervise = async ({ name, file, env, log, onStart }) => {
  let stopping = false;
  let deaths = 0;
  let child;

  const start = () =>
    new Promise((resolve, reject) => {
      // A group of its own: Ctrl-C reaches the launcher, which stops the others in the right order.
      child = spawn(process.execPath, ['--enable-source-maps', file], {
        cwd: root,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: process.platform !== 'win32',
      });
      onStart(child.pid);
      const late = setTimeout(
        () => reject(new Problem(`${name} did not come up within a minute. See ${log.path}`)),
        READY_WITHIN_MS,
      );
      const last = [];
      const keep = (line) => {
        log.write(`[${name}] ${line}\n`);
        last.push(line);
        if (last.length > 12) last.shift();
      };
      createInterface({ input: child.stderr }).on('line', keep);
      createInterface({ input: child.stdout }).on('line', (line) => {
        keep(line);
        const ready = readiness(line);
        if (!ready) return;
        clearTimeout(late);
        deaths = 0;
        resolve(ready);
      });
      child.once('exit', (code, signal) => {
        clearTimeout(late);
        reject(new Problem(`${name} stopped (${signal ?? code}).\n${last.join('\n')}`));
        if (!stopping) void startAgain(signal ?? code);
      });
    });

  const startAgain = async (how) => {
    deaths += 1;
    if (deaths > DEATHS_BEFORE_GIVING_UP) {
      say(`${name} keeps stopping (${how}); leaving it stopped. Its last words are in ${log.path}`);
      return;
    }
    say(`${name} stopped (${how}); starting it again.`);
    await new Promise((resolve) => setTimeout(resolve, 200 * deaths));
    if (!stopping) await start().catch((error) => log.write(`[launcher] ${error.message}\n`));
  };

  const stop = async () => {
    stopping = true;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await gone;
    clearTimeout(force);
  };

  const restart = async () => {
    await stop();
    stopping = false;
    return start();
  };

  let ready;
  try {
    ready = await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { name, ready, stop, restart };
};

const readiness = (line) => {
  if (!line.startsWith('{"ready"')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

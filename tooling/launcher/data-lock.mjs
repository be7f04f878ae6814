/**
 * One Parvis for one data folder. The lock names the launcher and the processes it started, so that a killed one does not
 * lock the folder for ever, and what it left running is stopped by the next start.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from './prepare.mjs';

const STOP_WITHIN_MS = 8_000;

/** Returns `started(pid)`, to be told of each process, and `release()`. */
export const lockDataDirectory = async (directory, port) => {
  const file = path.join(directory, 'parvis.lock');
  const held = read(file);
  if (held && held.pid !== process.pid && isAlive(held.pid)) {
    throw new Problem(
      `Parvis already runs on this data, at http://localhost:${held.port}/ (process ${held.pid}). Use that one, or choose other data: npm start -- --data DIR`,
    );
  }
  await Promise.all((held?.children ?? []).filter(isOurs).map(stop));
  const children = new Set();
  const write = () =>
    writeFileSync(file, JSON.stringify({ pid: process.pid, port, children: [...children] }));
  write();
  return {
    started: (pid) => {
      children.add(pid);
      write();
    },
    release: () => rm(file, { force: true }),
  };
};

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Dead, but not yet taken notice of by its parent. */
const isZombie = (pid) => {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

/** Numbers of processes come again: where the system tells, only a process of ours is stopped. */
const isOurs = (pid) => {
  if (!isAlive(pid)) return false;
  const words = `/proc/${pid}/cmdline`;
  if (!existsSync('/proc/self/cmdline')) return true;
  try {
    return /apps.(gateway|worker|accounting-simulator).dist.main\.js/.test(readFileSync(words, 'utf8'));
  } catch {
    return false;
  }
};

const stop = async (pid) => {
  process.kill(pid, 'SIGTERM');
  const end = Date.now() + STOP_WITHIN_MS;
  while (isAlive(pid)) {
    if (Date.now() > end) return process.kill(pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

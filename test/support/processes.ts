import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** One process of ours under test: it can be killed without warning and started again. */
export class ProcessUnderTest {
  private child: ChildProcess | undefined;
  private readonly lines: string[] = [];

  constructor(
    private readonly name: string,
    private readonly file: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** Resolves to its line `{"ready":…}`. */
  async start(extra: Readonly<Record<string, string>> = {}): Promise<{ readonly port?: number }> {
    const child = spawn(process.execPath, ['--enable-source-maps', path.join(root, this.file)], {
      cwd: root,
      env: { ...process.env, ...this.environment, ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    createInterface({ input: child.stderr }).on('line', (line) => this.lines.push(line));
    return new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        this.lines.push(line);
        if (line.startsWith('{"ready"')) resolve(JSON.parse(line));
      });
      child.once('exit', (code, signal) =>
        reject(new Error(`${this.name} ended (${signal ?? code}) before it was ready:\n${this.tail()}`)),
      );
    });
  }

  /** Resolves once the process is gone, with the signal that ended it. */
  async gone(): Promise<NodeJS.Signals | null> {
    const child = this.child;
    if (!child) return null;
    if (child.exitCode !== null || child.signalCode !== null) return child.signalCode;
    return new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    this.child?.kill(signal);
    await this.gone();
  }

  tail(): string {
    return this.lines.slice(-30).join('\n');
  }
}

/** A port nobody uses now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

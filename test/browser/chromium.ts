import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describe } from 'vitest';

const candidates = [
  process.env.PARVIS_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The browser the tests drive: `PARVIS_CHROMIUM` first, then where systems put it; undefined when there is none. */
export const chromiumPath = candidates.find((candidate) => candidate && existsSync(candidate));

/** `no-sandbox`: tests also run as root in a container; the rest keeps the browser from calling home. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @throws Error when the machine has no Chromium. */
export const launchChromium = (): Promise<Browser> => {
  if (!chromiumPath) throw new Error('No Chromium here: install it or set PARVIS_CHROMIUM to its path.');
  return chromium.launch({ executablePath: chromiumPath, args: flags });
};

/** A suite that needs a browser. Without one it is counted as skipped and says so; it never passes silently. */
export const describeInBrowser = (name: string, suite: () => void): void => {
  if (!chromiumPath)
    process.stderr.write(`SKIPPED, no Chromium (install it or set PARVIS_CHROMIUM): ${name}\n`);
  describe.runIf(chromiumPath)(name, suite);
};

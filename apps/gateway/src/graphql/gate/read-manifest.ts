import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const shape = z.record(z.string(), z.string());

/** The documents an app was built with, beside its files; none when the app is not built here. */
export const readManifest = async (builtApp: string): Promise<Readonly<Record<string, string>>> => {
  try {
    return shape.parse(JSON.parse(await readFile(path.join(builtApp, 'trusted-documents.json'), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
};

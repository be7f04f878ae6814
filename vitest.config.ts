import { defineConfig } from 'vitest/config';

/** Vite would pick graphql's ES build and Node.js its CommonJS one: two realms in one process. */
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];
const sources = (kind: string) => [
  `apps/*/src/**/*.${kind}.test.{ts,tsx}`,
  `packages/**/src/**/*.${kind}.test.{ts,tsx}`,
  `tooling/*/src/**/*.${kind}.test.ts`,
];

/**
 * `unit`: no process, no network, shuffled. `integration`: a real PostgreSQL. `tryton`: a real Tryton.
 * `conformance`, `acceptance`, `browser`, `faults`: whole journeys, in `test/`.
 */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', include: sources('unit'), sequence: { shuffle: true }, restoreMocks: true },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: sources('integration'),
          globalSetup: ['./tooling/test-runner/postgres-setup.mjs'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'tryton',
          include: [...sources('tryton'), 'test/**/*.tryton.test.ts'],
          globalSetup: ['./tooling/test-runner/tryton-setup.mjs', './tooling/test-runner/postgres-setup.mjs'],
          testTimeout: 60_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: { name: 'conformance', include: ['test/conformance/**/*.test.ts'], testTimeout: 120_000 },
      },
      ...['acceptance', 'browser', 'faults'].map((name) => ({
        resolve: { alias },
        test: {
          name,
          include: [`test/${name}/**/*.test.ts`],
          exclude: ['**/node_modules/**', '**/*.tryton.test.ts'],
          globalSetup: ['./tooling/test-runner/postgres-setup.mjs'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          // Deaths are mostly waiting for somebody to notice; browsers and journeys want the machine for themselves.
          fileParallelism: name === 'faults',
        },
      })),
    ],
  },
});

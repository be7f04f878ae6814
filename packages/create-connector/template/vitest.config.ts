import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The suite and vitest lie in the folder of Parvis: they must be one and the same there and here.
  resolve: { preserveSymlinks: false },
  test: { include: ['src/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 },
});

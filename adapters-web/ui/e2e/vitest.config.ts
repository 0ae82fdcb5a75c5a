import { defineConfig } from 'vitest/config';

/** Tests in a real browser over the real server. One after the other: each wants the whole machine to be quick. */
export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  test: {
    include: ['**/*.e2e.ts'],
    globalSetup: ['support/start-servers.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: process.env.NOVA_E2E_REPORT ? ['default', 'junit'] : ['default'],
    outputFile: process.env.NOVA_E2E_REPORT ? { junit: process.env.NOVA_E2E_REPORT } : {},
  },
});

import { defineConfig } from 'vitest/config';

/**
 * What runs in a real browser over the real server: the tests, or what `NOVA_E2E` names (`bench`, `screens`). One after the
 * other: each wants the whole machine to be quick.
 */
const which = process.env.NOVA_E2E ?? '*.e2e';

export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  test: {
    include: [`**/${which}.ts`],
    globalSetup: ['support/start-servers.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 360_000,
    reporters: process.env.NOVA_E2E_REPORT ? ['default', 'junit'] : ['default'],
    outputFile: process.env.NOVA_E2E_REPORT ? { junit: process.env.NOVA_E2E_REPORT } : {},
  },
});

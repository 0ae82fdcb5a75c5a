import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { compression } from 'vite-plugin-compression2';
import { defineConfig } from 'vitest/config';

const server = process.env.NOVA_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    compression({ algorithms: ['gzip', 'brotliCompress'], include: /\.(js|css|svg)$/, threshold: 1024 }),
  ],
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  build: {
    outDir: process.env.NOVA_UI_OUT ?? 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The content security policy forbids data: in scripts and styles, and inline scripts altogether.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: 'manifest.json',
  },
  server: {
    // `npm run dev` shows this app over a server that runs elsewhere, so that both have one origin. The server takes
    // requests from pages of its own origin only.
    proxy: Object.fromEntries(
      ['/api', '/auth', '/billing/', '/support/', '/admin/', '/dev/', '/openapi.json', '/health'].map(path => [
        path,
        { target: server, headers: { origin: server } },
      ]),
    ),
  },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost:3000' } },
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    unstubGlobals: true,
    testTimeout: 15_000,
    reporters: process.env.NOVA_UI_REPORT ? ['default', 'junit'] : ['default'],
    outputFile: process.env.NOVA_UI_REPORT ? { junit: process.env.NOVA_UI_REPORT } : {},
  },
});

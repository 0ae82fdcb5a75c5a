import '@testing-library/jest-dom/vitest';
import { Blob, File } from 'node:buffer';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { startTexts } from '@/shared/i18n';
import { session } from '@/shared/session';
import { server } from './server';

// What jsdom lacks and pages ask for. Its files can't be read, nor sent by the fetch of Node.js.
Object.assign(globalThis, {
  Blob,
  File,
  ResizeObserver: class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
  matchMedia: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
  scrollTo: () => undefined,
});
Object.assign(Element.prototype, { scrollIntoView: () => undefined, scrollTo: () => undefined });

// A loaded machine takes its time; who waits for something that never comes still hears of it.
configure({ asyncUtilTimeout: 8_000 });

beforeAll(async () => {
  // A request that no test expects is a mistake of the page or of the test.
  server.listen({ onUnhandledRequest: 'error' });
  await startTexts('en');
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
  session.over();
  localStorage.clear();
});
afterAll(() => server.close());

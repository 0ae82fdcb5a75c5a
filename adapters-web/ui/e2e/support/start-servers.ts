import type { TestProject } from 'vitest/node';
import { browserPath } from './browser';
import { startOllama } from './ollama';
import { startServer } from './server';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The product with its own stand-in for a model, and little to use up. */
    novaUrl: string;
    /** The product with a model that does as it is told, and plenty. */
    toldUrl: string;
  }
}

const MANY = '1000000';

export default async function startServers(project: TestProject): Promise<() => Promise<void>> {
  if (browserPath() === undefined) {
    if (process.env.CI) throw new Error('There is no Chromium on this machine.');
    console.warn('There is no Chromium on this machine: nothing is tested in a browser.');
    project.provide('novaUrl', '');
    project.provide('toldUrl', '');
    return () => Promise.resolve();
  }
  // To write a test, start them once: NOVA_E2E_SERVERS=http://localhost:…,http://localhost:…
  const running = process.env.NOVA_E2E_SERVERS?.split(',');
  if (running) {
    project.provide('novaUrl', running[0] ?? '');
    project.provide('toldUrl', running[1] ?? '');
    return () => Promise.resolve();
  }
  const ollama = await startOllama();
  const servers = await Promise.all([
    startServer({
      OLLAMA_BASE_URL: 'http://127.0.0.1:9',
      NOVA_TIERS_FREE_MESSAGESPERDAY: '4',
      NOVA_TIERS_FREE_REQUESTSPERMINUTE: '100000',
      NOVA_TIERS_FREE_BURST: '10000',
    }),
    startServer({
      OLLAMA_BASE_URL: ollama.url,
      NOVA_OLLAMA_CHATMODEL: ollama.model,
      NOVA_TIERS_FREE_MESSAGESPERDAY: MANY,
      NOVA_TIERS_FREE_TOKENSPERDAY: MANY,
      NOVA_TIERS_FREE_MAXOUTPUTTOKENS: '8192',
      NOVA_TIERS_FREE_REQUESTSPERMINUTE: '100000',
      NOVA_TIERS_FREE_BURST: '10000',
      NOVA_OLLAMA_CONTEXTTOKENS: '32768',
    }),
  ]);
  project.provide('novaUrl', servers[0].url);
  project.provide('toldUrl', servers[1].url);
  return async () => {
    await Promise.all(servers.map(server => server.stop()));
    await ollama.stop();
  };
}

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = new URL('../../../../', import.meta.url).pathname;
const LONGEST_START_MILLIS = 300_000;
const LONGEST_STOP_MILLIS = 30_000;

/** The product as its jar runs it, with its local stand-ins, empty data and free ports. */
export interface Server {
  url: string;
  stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function until(what: string, millis: number, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + millis;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > end) throw new Error(`${what} took longer than ${millis} ms`);
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

/** @param settings environment variables, such as `NOVA_TIERS_FREE_MESSAGESPERDAY` */
export async function startServer(settings: Record<string, string> = {}): Promise<Server> {
  const jar = process.env.NOVA_JAR ?? join(PROJECT, 'bootstrap/target/novacore-exec.jar');
  const home = execFileSync(join(PROJECT, 'nova'), ['jdk'], { encoding: 'utf8' }).trim();
  const folder = mkdtempSync(join(tmpdir(), 'nova-e2e-'));
  const [port, management] = [await freePort(), await freePort()];
  const url = `http://localhost:${port}`;
  const log = createWriteStream(join(folder, 'out.log'));
  const running = spawn(join(home, 'bin/java'), ['--enable-native-access=ALL-UNNAMED', '-Xmx1g', '-jar', jar], {
    env: {
      ...process.env,
      SERVER_PORT: String(port),
      MANAGEMENT_SERVER_PORT: String(management),
      NOVA_DATA: join(folder, 'data'),
      NOVA_ADMIN_EMAIL: 'root@example.org',
      NOVA_LIMITS_OPENROUTES_REQUESTSPERMINUTE: '100000',
      NOVA_LIMITS_OPENROUTES_BURST: '10000',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.stdout.pipe(log);
  running.stderr.pipe(log);
  try {
    await until('The start of the server', LONGEST_START_MILLIS, async () => {
      if (running.exitCode !== null) throw new Error(`The server ended with ${running.exitCode}, see ${folder}`);
      return (await fetch(`${url}/health`)).ok;
    });
  } catch (failure) {
    await stop(running);
    throw failure;
  }
  return {
    url,
    stop: async () => {
      await stop(running);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function stop(running: ChildProcess): Promise<void> {
  if (running.exitCode !== null || running.signalCode !== null) return;
  const ended = new Promise(resolve => running.once('exit', resolve));
  running.kill('SIGTERM');
  const timer = setTimeout(() => running.kill('SIGKILL'), LONGEST_STOP_MILLIS);
  await ended;
  clearTimeout(timer);
}

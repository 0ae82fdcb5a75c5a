/*
 * Builds the web app for Maven: `node scripts/build.mjs <folder>`. Installs the libraries when the lock file is newer than
 * they are, and builds when anything is newer than what was built.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const SOURCES = ['src', 'public', 'index.html', 'openapi.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
const GENERATED = join('src', 'shared', 'api', 'schema.d.ts');
const OLDEST_NODE = [20, 19];

function newest(path) {
  if (path === GENERATED) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  // The time of a folder tells of what was added or removed.
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), mtimeMs);
}

function npm(...args) {
  execFileSync('npm', args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, NOVA_UI_OUT: folder },
  });
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(`The web app needs Node.js ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}.`);
  process.exit(1);
}
const folder = process.argv[2];
const installed = join('node_modules', '.package-lock.json');
if (!existsSync(installed) || newest('package-lock.json') > newest(installed)) npm('ci', '--no-audit', '--no-fund');

const built = join(folder, 'index.html');
if (!existsSync(built) || SOURCES.some(source => newest(source) > newest(built))) npm('run', '--silent', 'build');

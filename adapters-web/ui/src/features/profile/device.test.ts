import { expect, it } from 'vitest';
import { deviceOf } from './device';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

it.each([
  [CHROME, { browser: 'Chrome', system: 'Linux' }],
  [
    CHROME.replace('X11; Linux x86_64', 'Windows NT 10.0; Win64; x64') + ' Edg/140.0',
    { browser: 'Edge', system: 'Windows' },
  ],
  [CHROME.replace('X11; Linux x86_64', 'Linux; Android 15; Pixel 9'), { browser: 'Chrome', system: 'Android' }],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0',
    { browser: 'Firefox', system: 'Mac' },
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    { browser: 'Safari', system: 'iPhone' },
  ],
  ['curl/8.5.0', {}],
  ['', {}],
])('“%s” is known', (userAgent, device) => {
  expect(deviceOf(userAgent)).toEqual(device);
});

// Prints webhooks with their signatures as JSON, made by Stripe's own client for Node.js:
// [{name, now, secrets, header (or null), body (base64), valid}], `now` in seconds.
import Stripe from 'stripe';

const { webhooks } = new Stripe('sk_test_of_no_account');
const NOW = 1773489600;
const SECRET = 'whsec_current';
const OLD = 'whsec_before';

const event = {
  id: 'evt_1',
  object: 'event',
  api_version: '2026-07-29.dahlia',
  created: NOW - 2,
  data: { object: { id: 'sub_1', object: 'subscription', customer: 'cus_ada', status: 'active' } },
  type: 'customer.subscription.updated',
};
const BODY = JSON.stringify(event, null, 2);

const header = (payload = BODY, options = {}) =>
  webhooks.generateTestHeaderString({ payload, secret: SECRET, timestamp: NOW, ...options });
const signature = (text) => text.split(',v1=')[1];

const corpus = [];
const add = (name, valid, text, { body = BODY, secrets = [SECRET] } = {}) =>
  corpus.push({ name, now: NOW, secrets, header: text, body: Buffer.from(body).toString('base64'), valid });

const flippedByte = (text, at) => {
  const bytes = Buffer.from(text);
  bytes[at] ^= 1;
  return bytes;
};
const flippedDigit = (text) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0');

add('valid', true, header());
add('flipped byte in the body', false, header(), { body: flippedByte(BODY, BODY.indexOf('cus_ada')) });
add('body cut short', false, header(), { body: BODY.slice(0, -1) });
add('body with a byte more', false, header(), { body: `${BODY}\n` });
add('flipped digit in the signature', false, flippedDigit(header()));
add('signature in capitals', false, `t=${NOW},v1=${signature(header()).toUpperCase()}`);
add('wrong secret', false, header(BODY, { secret: 'whsec_of_somebody_else' }));

add('301 seconds old', false, header(BODY, { timestamp: NOW - 301 }));
add('300 seconds old', true, header(BODY, { timestamp: NOW - 300 }));
add('299 seconds old', true, header(BODY, { timestamp: NOW - 299 }));
add('299 seconds ahead', true, header(BODY, { timestamp: NOW + 299 }));
add('300 seconds ahead', true, header(BODY, { timestamp: NOW + 300 }));
add('301 seconds ahead', false, header(BODY, { timestamp: NOW + 301 }));
add('another time than was signed', false, header().replace(`t=${NOW}`, `t=${NOW - 1}`));

add('missing', false, null);
add('empty', false, '');
add('blank', false, '   ');
add('doubled', false, `${header()},${header()}`);
add('doubled, joined with a space', false, `${header()}, ${header()}`);
add('two times', false, `t=${NOW - 1},${header()}`);
add('two signatures, the second one right', true, `t=${NOW},v1=${'0'.repeat(64)},v1=${signature(header())}`);
add('two signatures, the first one right', true, `${header()},v1=${'0'.repeat(64)}`);
add('another scheme beside', true, `${header()},v0=${'0'.repeat(64)}`);
add('another scheme only', false, header(BODY, { scheme: 'v0' }));
add('no time', false, `v1=${signature(header())}`);
add('no signature', false, `t=${NOW}`);

add('the same JSON in one line', false, header(), { body: JSON.stringify(event) });
add('the same JSON in another order', false, header(), {
  body: JSON.stringify(Object.fromEntries(Object.entries(event).reverse()), null, 2),
});

add('the new secret while both are valid', true, header(), { secrets: [SECRET, OLD] });
add('the old secret while both are valid', true, header(BODY, { secret: OLD }), { secrets: [SECRET, OLD] });
add('signed with both', true, `${header(BODY, { secret: OLD })},v1=${signature(header())}`);
add('the old secret when it is gone', false, header(BODY, { secret: OLD }));

const large = JSON.stringify({ ...event, padding: 'x'.repeat(1024 * 1024) });
add('1 MB', true, header(large), { body: large });
add('1 MB with a flipped byte', false, header(large), { body: flippedByte(large, 512 * 1024) });
const foreign = JSON.stringify({ ...event, note: 'Grüße, 世界, 🜁, \u2028' });
add('beyond ASCII', true, header(foreign), { body: foreign });
add('beyond ASCII, composed otherwise', false, header(foreign), { body: foreign.normalize('NFD') });
// The signature is over U+FFFD, which is what careless decoding makes of a byte that is no UTF-8.
const replaced = JSON.stringify({ ...event, note: '\ufffd' });
const [before, after] = replaced.split('\ufffd');
add('a byte that is no UTF-8', false, header(replaced), {
  body: Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)]),
});

const right = signature(header());
for (const garbage of [
  ',', '=', 't', 't=', 'v1', 'v1=', 't=,v1=', `t,v1=${right}`, `t=${NOW},v1`, `t=abc,v1=${right}`,
  `t=-1,v1=${right}`, `t=0,v1=${right}`, `t=99999999999999999999,v1=${right}`, `t=1e9,v1=${right}`,
  `T=${NOW},V1=${right}`, `t=${NOW};v1=${right}`, `t = ${NOW}, v1 = ${right}`, `{"t":${NOW}}`,
  `t=${NOW},v1=${right.slice(1)}`, `t=${NOW},v1= ${right}`, '\u0000', 'ｔ=１,ｖ１=２', `Bearer ${right}`,
]) {
  add(`garbage: ${JSON.stringify(garbage)}`, false, garbage);
}
add('longer than 4,096 characters', false, header() + `,v0=${'0'.repeat(64)}`.repeat(70));

process.stdout.write(JSON.stringify(corpus));

import { expect, it } from 'vitest';
import { readSource } from './reading-files';

const file = (text: string) => new Blob([text]);

it('knows lines of JSON', async () => {
  expect(await readSource(file('{"content":"a"}\n{"content":"b"}'))).toEqual({
    form: 'lines',
    lines: ['{"content":"a"}', '{"content":"b"}'],
  });
});

it('knows conversations of ChatGPT', async () => {
  expect(await readSource(file(' [{"mapping":{}}]'))).toMatchObject({ form: 'conversations' });
});

it('takes the memories out of the export that is made for reading', async () => {
  const text = JSON.stringify({ exportedAt: '2026-11-22T10:00:00Z', memories: [{ content: 'a' }, { content: 'b' }] });
  expect(await readSource(file(text))).toEqual({ form: 'lines', lines: ['{"content":"a"}', '{"content":"b"}'] });
});

it.each(['', 'a,b,c', '{"exportedAt":"2026', '{"exportedAt":"2026-11-22T10:00:00Z"}'])(
  'does not know “%s”',
  async text => {
    expect(await readSource(file(text))).toBeUndefined();
  },
);

import { describe, expect, it } from 'vitest';
import { texts as german } from './de';
import { texts as english } from './en';

/** Every text by its path, such as `common.navigation.chat`. */
function flat(texts: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...flat(value as object, `${path}${key}.`)],
    ),
  );
}

const blanks = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(match => match[1]).sort();
const tags = (text: string) => [...text.matchAll(/<\/?(\w+)>/g)].map(match => match[0]).sort();

describe('the catalogue', () => {
  const here = flat(english);
  const there = flat(german);

  it('has the same texts in each language', () => {
    expect([...there.keys()].sort()).toEqual([...here.keys()].sort());
    expect(here.size).toBeGreaterThan(100);
  });

  it.each([...here.keys()])('leaves the same blanks and tags in %s', key => {
    expect(blanks(there.get(key) ?? '')).toEqual(blanks(here.get(key) ?? ''));
    expect(tags(there.get(key) ?? '')).toEqual(tags(here.get(key) ?? ''));
  });

  it('has no empty text, and each plural in both forms', () => {
    for (const [key, text] of [...here, ...there]) {
      expect(text.trim(), key).not.toBe('');
      if (key.endsWith('_one')) expect(here.has(key.replace(/_one$/, '_other')), key).toBe(true);
    }
  });
});

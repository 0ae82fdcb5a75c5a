import { describe, expect, it } from 'vitest';
import { markdownBlocks } from './markdown-blocks';

const sources = (text: string) =>
  markdownBlocks(text).map(block => (block.kind === 'text' ? block.source.trim() : `${block.language}|${block.code}`));

describe('Markdown in parts', () => {
  it('is cut at empty lines', () => {
    expect(sources('# Title\n\nOne\ntwo\n\nThree')).toEqual(['# Title', 'One\ntwo', 'Three']);
  });

  it('keeps lists together, with what belongs to their items', () => {
    expect(sources('- a\n\n  more of a\n\n- b\n\nAfter')).toEqual(['- a\n\n  more of a\n\n- b', 'After']);
  });

  it('takes code out, also with empty lines and other fences in it', () => {
    expect(sources('Look:\n```ts\nlet a;\n\n~~~\n```\nDone')).toEqual(['Look:', 'ts|let a;\n\n~~~', 'Done']);
    expect(sources('1. a\n   ```\n   x\n     y\n   ```')).toEqual(['1. a', '|x\n  y']);
  });

  it('knows code that is still being written', () => {
    expect(markdownBlocks('```py\nprint(1)')).toEqual([
      { kind: 'code', language: 'py', code: 'print(1)', closed: false },
    ]);
    expect(markdownBlocks('```p')).toEqual([{ kind: 'text', source: '```p' }]);
  });

  it('leaves what is complete as it was while the text grows', () => {
    const text = 'One.\n\n- a\n- b\n\n```js\nx\n```\n\nTwo **bold** and\nmore.\n\nThree';
    for (let end = 1; end <= text.length; end++) {
      const before = markdownBlocks(text.slice(0, end - 1)).slice(0, -1);
      expect(markdownBlocks(text.slice(0, end)).slice(0, before.length)).toEqual(before);
    }
  });

  it('cuts very long paragraphs between sentences, but not inside what is marked', () => {
    const sentence = 'This is a sentence of some length, as people write them. ';
    const long = sentence.repeat(200);
    const parts = sources(long);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.join(' ')).toBe(long.trim());
    const marked = `**${sentence.repeat(100)}**`;
    expect(sources(marked)).toEqual([marked.trim()]);
  });

  it('cuts paragraphs of very many lines', () => {
    expect(sources('A line of verse,\n'.repeat(400)).length).toBeGreaterThan(1);
    expect(sources('| a | table |\n'.repeat(400))).toHaveLength(1);
  });

  it('cuts very long lists between items', () => {
    expect(sources('- an item of the list\n'.repeat(300)).length).toBeGreaterThan(1);
  });

  it('gives links that name their address elsewhere what they need', () => {
    const [first] = sources('See [this][1].\n\nMore.\n\n[1]: https://example.org');
    expect(first).toContain('[1]: https://example.org');
  });
});

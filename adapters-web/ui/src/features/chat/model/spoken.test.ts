import { describe, expect, it } from 'vitest';
import { spokenAfter } from './spoken';

const spoken = (text: string, from = 0, whole = false) => spokenAfter(text, from, whole, 'Code.');

describe('what is said of an answer', () => {
  it('is whole sentences only', () => {
    expect(spoken('One is here. Two is')).toEqual({ sentences: ['One is here.'], upTo: 12 });
    expect(spoken('One is here. Two is now. Th', 12).sentences).toEqual(['Two is now.']);
    expect(spoken('It costs 3.50 and')).toEqual({ sentences: [], upTo: 0 });
  });

  it('is all of it in the end', () => {
    expect(spoken('One. Two', 4, true)).toEqual({ sentences: ['Two'], upTo: 8 });
  });

  it('has no marks, and names code', () => {
    expect(spoken('## A *title*\n- see [this](https://x.org) `now`\n', 0, true).sentences).toEqual([
      'A title',
      'see this now',
    ]);
    const code = 'Look:\n\n```js\nlet a = 1. \n```\nDone. ';
    expect(spoken(code).sentences).toEqual(['Look:', 'Code.', 'Done.']);
    expect(spoken(code.slice(0, 20)).sentences).toEqual(['Look:']);
  });
});

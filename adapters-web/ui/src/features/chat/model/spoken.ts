/** The parts of a growing Markdown text that are complete, as they are said. */
export interface Spoken {
  /** What can be said now. */
  sentences: string[];
  /** How much of the text has been said. */
  upTo: number;
}

const SENTENCE = /[.!?…:]["'”’)\]*_]*(?=\s)|\n/g;
const FENCE = /^\s*(?:```|~~~)/;

/**
 * What of a text can be said after a place: whole sentences and lines. Code is named, not read out; marks are left out.
 *
 * @param whole whether the text is over, so that what is left is said, too
 */
export function spokenAfter(text: string, from: number, whole: boolean, code: string): Spoken {
  const sentences: string[] = [];
  let place = from;
  const say = (part: string) => {
    const said = plain(part);
    if (said) sentences.push(said);
  };
  for (;;) {
    if (FENCE.test(text.slice(place, place + 8))) {
      const end = endOfCode(text, place);
      if (end === undefined && !whole) break;
      sentences.push(code);
      place = end ?? text.length;
      continue;
    }
    SENTENCE.lastIndex = place;
    const found = SENTENCE.exec(text);
    if (!found) break;
    const end = found.index + found[0].length;
    say(text.slice(place, end));
    place = end;
  }
  if (whole) {
    say(text.slice(place));
    place = text.length;
  }
  return { sentences, upTo: place };
}

/** Where the code that begins at a place is over. */
function endOfCode(text: string, from: number): number | undefined {
  const body = text.indexOf('\n', text.slice(from).search(/\S/) + from);
  if (body === -1) return undefined;
  const closing = /\n\s*(?:```|~~~)[ \t]*(?:\n|$)/g;
  closing.lastIndex = body;
  const found = closing.exec(text);
  return found ? found.index + found[0].length : undefined;
}

function plain(part: string): string {
  return part
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|>|[-*+]|\d+[.)])\s+/, '')
    .replace(/[*_~`|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A part of a Markdown text that can be read by itself. */
export type Block =
  { kind: 'text'; source: string } | { kind: 'code'; language: string; code: string; closed: boolean };

const FENCE = /^( {0,3})(`{3,}|~{3,})[ \t]*([^\s`]*)[^`]*$/;
const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const DEFINITION = /^ {0,3}\[[^\]]+\]:\s*\S/gm;
/** Longer ones are cut where that does little harm, so that what grows at the end stays quick to read. */
const LONG = 2_500;
const LONG_LINE_CUT = /[.!?][)"'”’]*\s+/g;

/**
 * Cuts Markdown into parts, so that a growing text is read anew only from the part that grows. Code between fences is a part;
 * everything else ends with an empty line, unless it goes on behind it as lists do.
 */
export function markdownBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  let length = 0;
  let fence: { indent: RegExp; mark: string; language: string; lines: string[] } | undefined;

  const close = () => {
    const source = open.join('\n');
    if (source.trim()) blocks.push({ kind: 'text', source });
    open = [];
    length = 0;
  };
  const lines = text.split('\n');
  for (const [number, line] of lines.entries()) {
    if (fence) {
      if (closes(line, fence.mark)) {
        blocks.push({ kind: 'code', language: fence.language, code: fence.lines.join('\n'), closed: true });
        fence = undefined;
      } else fence.lines.push(line.replace(fence.indent, ''));
      continue;
    }
    const opening = FENCE.exec(line);
    // The last line may become something else while it grows; a fence is one when its line is over.
    if (opening && number < lines.length - 1) {
      close();
      const [, indent = '', mark = '', language = ''] = opening;
      fence = { indent: new RegExp(`^ {0,${indent.length}}`), mark, language, lines: [] };
      continue;
    }
    if (open.length > 0 && startsAnew(open, line, length)) close();
    for (const piece of pieces(line)) {
      if (piece !== line && open.length > 0) close();
      open.push(piece);
      length += piece.length + 1;
    }
  }
  close();
  if (fence) blocks.push({ kind: 'code', language: fence.language, code: fence.lines.join('\n'), closed: false });
  return withDefinitions(blocks, text);
}

function closes(line: string, mark: string): boolean {
  const trimmed = line.trim();
  return trimmed.length >= mark.length && trimmed === (mark[0] ?? '').repeat(trimmed.length);
}

function startsAnew(open: readonly string[], line: string, length: number): boolean {
  if (!line.trim()) return false;
  const inList = LIST_ITEM.test(open.find(before => before.trim()) ?? '');
  if (inList && LIST_ITEM.test(line)) return length > LONG;
  const afterGap = !open.at(-1)?.trim();
  return afterGap && !(inList && /^\s/.test(line));
}

/** A very long line in pieces of some sentences each, cut where no emphasis, link or code is open. */
function pieces(line: string): string[] {
  if (line.length <= LONG || line.startsWith('|')) return [line];
  const cut: string[] = [];
  let from = 0;
  for (const end of line.matchAll(LONG_LINE_CUT)) {
    const to = end.index + end[0].length;
    const piece = line.slice(from, to);
    if (piece.length < LONG || !balanced(piece)) continue;
    cut.push(piece);
    from = to;
  }
  return [...cut, line.slice(from)];
}

function balanced(piece: string): boolean {
  const count = (mark: RegExp) => (piece.match(mark) ?? []).length;
  return (
    count(/`/g) % 2 === 0 &&
    count(/\*/g) % 2 === 0 &&
    count(/_/g) % 2 === 0 &&
    count(/~/g) % 2 === 0 &&
    count(/\[/g) === count(/\]/g)
  );
}

/** Links may name their address elsewhere in the text: what names one is read by every part that refers to any. */
function withDefinitions(blocks: Block[], text: string): Block[] {
  if (text.search(DEFINITION) === -1) return blocks;
  const definitions = text.split('\n').filter(line => line.search(DEFINITION) === 0);
  return blocks.map(block =>
    block.kind === 'text' && block.source.includes('[')
      ? { kind: 'text', source: `${block.source}\n\n${definitions.join('\n')}` }
      : block,
  );
}

/** What a file to be imported turned out to be. */
export type MemorySource = { form: 'conversations'; file: Blob } | { form: 'lines'; lines: string[] };

const OWN_EXPORT = /^\s*\{\s*"exportedAt"/;

/**
 * Reads what somebody wants to bring along. What the file is stands in its beginning, as names say little; undefined when it
 * is nothing that we know.
 */
export async function readSource(file: Blob): Promise<MemorySource | undefined> {
  const beginning = await file.slice(0, 4096).text();
  if (beginning.trimStart().startsWith('[')) return { form: 'conversations', file };
  if (!beginning.trimStart().startsWith('{')) return undefined;
  const text = await file.text();
  return OWN_EXPORT.test(beginning) ? exported(text) : { form: 'lines', lines: text.split('\n') };
}

/** The export that is made for reading has the same memories in it, as one object. */
function exported(text: string): MemorySource | undefined {
  try {
    const { memories } = JSON.parse(text) as { memories?: unknown };
    return Array.isArray(memories)
      ? { form: 'lines', lines: memories.map(memory => JSON.stringify(memory)) }
      : undefined;
  } catch {
    return undefined;
  }
}

const LENGTH = 48;

/** The beginning of a text, on one line: enough to know which it is. */
export function excerpt(text: string, length = LENGTH): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= length ? line : `${characters.slice(0, length).join('').trimEnd()} …`;
}

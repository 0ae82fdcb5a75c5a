/** What the server takes at most, in characters as people count them. */
export const LONGEST_MESSAGE = 32_000;

export function lengthOf(text: string): number {
  // Counting is for long texts only: short ones cannot be too long, however they are counted.
  if (text.length < LONGEST_MESSAGE / 2) return text.length;
  let length = 0;
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    if (unit >= 0xd800 && unit <= 0xdbff) place++;
    length++;
  }
  return length;
}

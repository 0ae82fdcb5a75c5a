import { authorized } from './client';
import { ApiProblem } from './problem';

/** Exports of a whole life take their time. */
const LONGEST_DOWNLOAD_MILLIS = 300_000;

/** Saves what a route answers as a file. The token goes in a header, so a plain link would not do. */
export async function download(path: string, fileName: string): Promise<void> {
  const response = await authorized(new Request(new URL(path, location.origin)), LONGEST_DOWNLOAD_MILLIS);
  if (!response.ok) throw await ApiProblem.of(response);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

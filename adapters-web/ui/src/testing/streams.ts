import { HttpResponse } from 'msw';

/** An event as the server writes it. */
export function event(name: string, data: unknown, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** The pieces of an answer as events, with the ids that they have when the answer begins at `from`. */
export function tokens(pieces: readonly string[], from = 0): string {
  let end = from;
  return pieces.map(text => event('token', { text }, (end += text.length))).join('');
}

/** A response that is written by and by, and ended, or broken off, when a test says so. */
export class LiveStream {
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  readonly response = new HttpResponse(
    new ReadableStream<Uint8Array>({
      start: controller => {
        this.controller = controller;
      },
    }),
    { headers: { 'Content-Type': 'text/event-stream' } },
  );

  write(text: string): void {
    this.controller?.enqueue(new TextEncoder().encode(text));
  }

  writeBytes(bytes: Uint8Array): void {
    this.controller?.enqueue(bytes);
  }

  end(): void {
    this.controller?.close();
  }

  breakOff(): void {
    this.controller?.error(new TypeError('The connection is gone.'));
  }
}

/** A whole stream at once. */
export function streamOf(...events: string[]) {
  return new HttpResponse(events.join(''), { headers: { 'Content-Type': 'text/event-stream' } });
}

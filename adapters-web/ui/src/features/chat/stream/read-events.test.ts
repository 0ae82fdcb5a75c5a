import { describe, expect, it } from 'vitest';
import { ApiProblem } from '@/shared/api/problem';
import { event, LiveStream } from '@/testing/streams';
import { readEvents, type ServerEvent } from './read-events';

const PATIENT = 5_000;

describe('reading events', () => {
  it('puts together what comes in pieces, cut anywhere, also inside a character', async () => {
    const stream = new LiveStream();
    const events: ServerEvent[] = [];
    const reading = readEvents(stream.response, PATIENT, one => events.push(one));
    const bytes = new TextEncoder().encode(
      ': still here\n\n' + event('token', { text: 'Grüße 🌱' }, 8) + event('done', {}),
    );
    for (const byte of bytes) stream.writeBytes(Uint8Array.of(byte));
    stream.end();
    await reading;
    expect(events).toEqual([
      { name: 'token', id: '8', data: { text: 'Grüße 🌱' } },
      { name: 'done', id: undefined, data: {} },
    ]);
  });

  it('says that the connection is gone when it breaks', async () => {
    const stream = new LiveStream();
    const reading = readEvents(stream.response, PATIENT, () => undefined);
    stream.write(event('meta', {}));
    stream.breakOff();
    await expect(reading).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('takes silence for the end of the connection', async () => {
    const stream = new LiveStream();
    const heard: string[] = [];
    const reading = readEvents(stream.response, 30, ({ name }) => heard.push(name));
    stream.write(event('meta', {}));
    await expect(reading).rejects.toMatchObject({ code: 'unreachable' });
    expect(heard).toEqual(['meta']);
  });

  it('passes on what an event is refused for', async () => {
    const stream = new LiveStream();
    const reading = readEvents(stream.response, PATIENT, () => {
      throw new ApiProblem(502, 'model_failed', 'The model broke off.');
    });
    stream.write(event('error', {}));
    await expect(reading).rejects.toMatchObject({ code: 'model_failed' });
  });
});

import { accessToken, administrator, newAddress, newMember, PASSWORD } from './people';

/** Somebody with a life here, somebody who has just come, and somebody of the staff. */
export interface Seeded {
  member: string;
  memberId: string;
  newcomer: string;
  staff: string;
  conversation: string;
  memory: string;
}

const NOTES = [
  { content: 'I am allergic to hazelnuts.', kind: 'fact', occurredAt: '2026-09-14T08:00:00Z' },
  { content: 'My daughter Mara starts school in September.', kind: 'fact', occurredAt: '2026-10-02T17:30:00Z' },
  {
    content: 'I want to read more and scroll less this winter.',
    kind: 'reflection',
    occurredAt: '2026-11-05T20:10:00Z',
  },
  { content: 'The greenhouse needs new hinges before the frost.', kind: 'note', occurredAt: '2026-11-12T09:45:00Z' },
];

class Caller {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  async call<T>(method: string, path: string, body?: object | string, type = 'application/json'): Promise<T> {
    const response = await fetch(this.url + path, {
      method,
      headers: { Authorization: `Bearer ${this.token}`, 'X-Support-Reason': 'Making examples', 'Content-Type': type },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}

/**
 * Fills a server that has just been started.
 *
 * @param conversations what the member asks, conversation by conversation
 */
export async function seed(url: string, conversations: readonly (readonly string[])[]): Promise<Seeded> {
  const member = await newMember(url, newAddress('linnea'), 'Linnea');
  const newcomer = newAddress('newcomer');
  await fetch(`${url}/auth/register`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: newcomer, password: PASSWORD, displayName: 'Ivo' }),
  });
  const staff = await administrator(url);
  const own = new Caller(url, await accessToken(url, member));
  const { id: memberId } = await own.call<{ id: string }>('GET', '/auth/me');
  let conversation = '';
  let turn = '';
  for (const prompts of conversations) {
    let id: string | undefined;
    for (const message of prompts) {
      const answer = await own.call<{ conversationId: string; turnId: string }>('POST', '/api/intelligence/chat', {
        message,
        ...(id && { conversationId: id }),
      });
      id = answer.conversationId;
      turn = answer.turnId;
    }
    conversation = id ?? conversation;
  }
  await own.call('PUT', `/api/intelligence/turns/${turn}/rating`, { rating: 'up', comment: 'Just what I needed.' });
  const lines = NOTES.map(note => JSON.stringify(note)).join('\n');
  await own.call('POST', '/api/memory/import', lines, 'application/x-ndjson');
  const { id: memory } = await own.call<{ id: string }>('POST', '/api/memory/memories', {
    content: 'My grandmother’s roses are called Gloire de Dijon.',
  });
  await own.call('PATCH', `/api/memory/memories/${memory}`, {
    content: 'My grandmother’s climbing rose is a Gloire de Dijon.',
  });
  await own.call('POST', '/api/feedback', { category: 'praise', message: 'It remembered my roses!', page: '/chat' });
  const root = new Caller(url, await accessToken(url, staff));
  await root.call('POST', '/admin/invitations', { emails: [newAddress('friend'), newAddress('friend')] });
  return { member, memberId, newcomer, staff, conversation, memory };
}

import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';

/** Plays the server in tests of components; each test says what it answers. */
export const server = setupServer();

/** A problem document as the server writes it. */
export function problem(status: number, code: string, more: Record<string, unknown> = {}) {
  return HttpResponse.json(
    { type: 'about:blank', title: code, status, detail: code, instance: '/', code, correlationId: 'c-1', ...more },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}

export function answers(
  method: 'get' | 'post' | 'put' | 'patch' | 'delete',
  path: string,
  body: JsonBodyType,
  status = 200,
) {
  server.use(
    http[method](`*${path}`, () =>
      status === 204 ? new HttpResponse(null, { status }) : HttpResponse.json(body, { status }),
    ),
  );
}

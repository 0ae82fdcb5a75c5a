import createClient from 'openapi-fetch';
import { session } from '@/shared/session';
import { ApiProblem, asProblem } from './problem';
import type { components, paths } from './schema';

/** The shapes of the server's contract, by name. */
export type Schemas = components['schemas'];

const LONGEST_CALL_MILLIS = 30_000;

/** The server's routes, typed from its own description. Calls carry the member's token, and a fresh one when it is stale. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: request => authorized(request) });

/** What an answer holds; throws the {@link ApiProblem} that it tells instead. */
export async function unwrap<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await answer.catch((failure: unknown) => {
    throw asProblem(failure);
  });
  if (error !== undefined || !response.ok) throw ApiProblem.from(response, error);
  return data as T;
}

/**
 * Sends a request with the member's token. A stale token is renewed once; when that fails the session is over.
 *
 * @param longest after how many milliseconds without an answer to give up; the body may take longer
 */
export async function authorized(request: Request, longest = LONGEST_CALL_MILLIS): Promise<Response> {
  const again = request.clone();
  const token = await session.accessToken();
  const response = await send(request, token, longest);
  if (response.status !== 401 || token === undefined || (await refusesPassword(response))) return response;
  const renewed = await session.renewed(token);
  return renewed === undefined ? response : send(again, renewed, longest);
}

/** A wrong password is no stale token: asking once more with the same would only count as another attempt. */
async function refusesPassword(response: Response): Promise<boolean> {
  return (await ApiProblem.of(response.clone())).code === 'invalid_credentials';
}

async function send(request: Request, token: string | undefined, longest: number): Promise<Response> {
  if (token !== undefined) request.headers.set('Authorization', `Bearer ${token}`);
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), longest);
  try {
    return await fetch(request, { signal: AbortSignal.any([request.signal, late.signal]) });
  } catch (failure) {
    if (request.signal.aborted) throw failure;
    throw ApiProblem.unreachable();
  } finally {
    clearTimeout(timer);
  }
}

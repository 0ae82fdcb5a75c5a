/** What a field was refused for. */
export interface FieldProblem {
  field: string;
  message: string;
}

/**
 * Why a request failed: what the server says in its problem document, or `unreachable` when there was no answer. Callers
 * switch on `code`, which is stable; people read the text that the catalogue has for it.
 */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly FieldProblem[];
  /** What else the problem document says, such as `resource` and `resetsAt` of `quota_exceeded`. */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds: number | undefined;
  readonly correlationId: string | undefined;

  constructor(
    status: number,
    code: string,
    detail: string,
    extra: Record<string, unknown> = {},
    retryAfterSeconds?: number,
  ) {
    super(detail);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.extra = extra;
    this.retryAfterSeconds = retryAfterSeconds;
    this.fields = Array.isArray(extra.errors) ? extra.errors.filter(isFieldProblem) : [];
    this.correlationId = typeof extra.correlationId === 'string' ? extra.correlationId : undefined;
  }

  static unreachable(): ApiProblem {
    return new ApiProblem(0, 'unreachable', 'The server did not answer.');
  }

  /** The problem that a response tells; one with code `unexpected` when it tells none. */
  static async of(response: Response): Promise<ApiProblem> {
    const body: unknown = await response.json().catch(() => undefined);
    return ApiProblem.from(response, body);
  }

  static from(response: Response, body: unknown): ApiProblem {
    const fields = isObject(body) ? body : {};
    const code = typeof fields.code === 'string' ? fields.code : 'unexpected';
    const detail = typeof fields.detail === 'string' ? fields.detail : response.statusText;
    const wait = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
    return new ApiProblem(response.status, code, detail, fields, Number.isNaN(wait) ? undefined : wait);
  }
}

/** Any failure as a problem: what `fetch` throws when nobody answers is told apart from mistakes of our own. */
export function asProblem(failure: unknown): ApiProblem {
  if (failure instanceof ApiProblem) return failure;
  if (failure instanceof TypeError) return ApiProblem.unreachable();
  return new ApiProblem(0, 'unexpected', failure instanceof Error ? failure.message : String(failure));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isObject(value) && typeof value.field === 'string' && typeof value.message === 'string';
}

import type { Schemas } from '@/shared/api/client';
import { ApiProblem, asProblem } from '@/shared/api/problem';
import { ask, type Asked } from '../api/ask';
import { cancelTurn } from '../api/cancel-turn';
import { followTurn } from '../api/follow-turn';
import { withNextFrame } from './frames';
import { readEvents, type ServerEvent } from './read-events';

export type Meta = Schemas['ChatMeta'];
export type Done = Schemas['ChatDone'];

/** How patient a running answer is, in milliseconds. */
export interface Patience {
  /** The server sends something every few seconds; after this much silence the connection is dead. */
  silence: number;
  firstPause: number;
  longestPause: number;
  /** For how long to try without hearing anything new, before somebody has to ask for more. */
  trying: number;
}

export const PATIENCE: Patience = { silence: 30_000, firstPause: 500, longestPause: 8_000, trying: 90_000 };

export interface AnswerState {
  /** `asking` until the server has heard it, `lost` while the connection is sought, `givenUp` when it was not found. */
  phase: 'asking' | 'queued' | 'answering' | 'lost' | 'givenUp' | 'ended';
  text: string;
  /** How many questions the model answers first. */
  position: number;
  stopping: boolean;
  /** How it ended, when it has. */
  end: 'complete' | 'stopped' | 'failed' | undefined;
}

/** What a running answer leads to, told to whoever keeps the conversation. */
export interface Outcome {
  begun(meta: Meta): void;
  ended(done: Done, text: string): void;
  /** The turn has begun and is over, without an answer or with part of one. */
  failed(problem: ApiProblem, text: string): void;
  /** There is no turn: the question was not taken. */
  refused(problem: ApiProblem | undefined): void;
  notStopped(problem: ApiProblem): void;
}

export interface Course {
  /** By which the server knows the question again, and the page the answer. */
  key: string;
  /** Absent when the answer is given already and only followed. */
  question?: Asked;
  turnId?: string;
}

/** An answer that is being given: keeps hold of it over lost connections, and shows it once per frame. */
export class RunningAnswer {
  readonly key: string;
  readonly question: Asked | undefined;
  private turnId: string | undefined;
  private received = '';
  private heard = 0;
  private over = false;
  private drawing = false;
  private state: AnswerState = { phase: 'asking', text: '', position: 0, stopping: false, end: undefined };
  private goOn: (() => void) | undefined;
  private readonly connection = new AbortController();
  private readonly listeners = new Set<() => void>();

  constructor(
    course: Course,
    private readonly outcome: Outcome,
    private readonly patience: Patience = PATIENCE,
  ) {
    this.key = course.key;
    this.question = course.question;
    this.turnId = course.turnId;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): AnswerState => this.state;

  async run(): Promise<void> {
    let pause = this.patience.firstPause;
    let lostAt: number | undefined;
    while (!this.isOver()) {
      const before = this.heard;
      try {
        await this.connect();
      } catch (failure) {
        if (this.isOver()) return;
        const problem = asProblem(failure);
        if (!this.mayPass(problem)) return this.fail(problem);
        if (this.heard > before || lostAt === undefined) {
          lostAt = Date.now();
          pause = this.patience.firstPause;
        }
        if (Date.now() - lostAt + pause > this.patience.trying) {
          if (this.turnId === undefined) return this.fail(problem);
          this.become({ phase: 'givenUp' });
          await this.wait();
          lostAt = undefined;
        } else {
          this.become({ phase: 'lost' });
          await this.wait(problem.retryAfterSeconds === undefined ? pause : problem.retryAfterSeconds * 1000);
          pause = Math.min(pause * 2, this.patience.longestPause);
        }
      }
    }
  }

  /** Seeks the connection at once. */
  readonly tryAgain = (): void => {
    if (this.state.phase === 'givenUp') this.become({ phase: 'lost' });
    this.goOn?.();
  };

  /** Stops the answer; what was said stays. */
  readonly stop = (): void => {
    if (this.over || this.state.stopping) return;
    if (this.turnId !== undefined) {
      this.become({ stopping: true });
      this.cancel(this.turnId);
    } else if (this.state.phase === 'lost') {
      this.fail(undefined);
    } else {
      this.become({ stopping: true });
    }
  };

  /** Forgets about it: nobody wants to know any more. */
  leave(): void {
    this.over = true;
    this.goOn?.();
    this.connection.abort();
  }

  private async connect(): Promise<void> {
    const { signal } = this.connection;
    const after = this.received.length;
    const response =
      this.turnId === undefined && this.question
        ? await ask(this.question, this.key, signal)
        : await followTurn(this.turnId ?? '', after, signal);
    if (!response.ok) throw await ApiProblem.of(response);
    if (after > 0) this.become({ phase: 'answering' });
    await readEvents(response, this.patience.silence, event => this.take(event));
    // The stream has ended before the answer did.
    throw ApiProblem.unreachable();
  }

  private take(event: ServerEvent): void {
    if (this.over) return;
    this.heard++;
    switch (event.name) {
      case 'meta':
        this.begin(event.data as Meta);
        return;
      case 'queued':
        this.become({ phase: 'queued', position: (event.data as Schemas['ChatQueued']).position });
        return;
      case 'token':
        this.append((event.data as Schemas['ChatToken']).text, Number(event.id));
        return;
      case 'done':
        this.done(event.data as Done);
        return;
      case 'error':
        throw told(event.data);
    }
  }

  private begin(meta: Meta): void {
    const known = this.turnId !== undefined && this.question === undefined;
    this.turnId = meta.turnId;
    if (this.state.phase !== 'answering') this.become({ phase: 'answering' });
    if (!known) this.outcome.begun(meta);
    if (this.state.stopping && !known) this.cancel(meta.turnId);
  }

  /** @param end where the piece ends in the answer, so that one that came twice is known */
  private append(text: string, end: number): void {
    const from = end - text.length;
    if (end <= this.received.length) return;
    // Something is missing: it is asked for again from where the text is whole.
    if (from > this.received.length) throw ApiProblem.unreachable();
    this.received += text.slice(this.received.length - from);
    if (this.state.phase !== 'answering') this.become({ phase: 'answering' });
    if (this.drawing) return;
    this.drawing = true;
    withNextFrame(() => {
      this.drawing = false;
      if (!this.over) this.become({});
    });
  }

  private done(done: Done): void {
    const end = done.finishReason === 'interrupted' ? 'stopped' : 'complete';
    this.finish(end, () => this.outcome.ended(done, this.received));
  }

  private cancel(turnId: string): void {
    void cancelTurn(turnId).catch((failure: unknown) => {
      if (this.over) return;
      this.become({ stopping: false });
      this.outcome.notStopped(asProblem(failure));
    });
  }

  private fail(problem: ApiProblem | undefined): void {
    this.finish('failed', () => {
      if (this.turnId === undefined || !problem) this.outcome.refused(problem);
      else this.outcome.failed(problem, this.received);
    });
  }

  private finish(end: AnswerState['end'], tell: () => void): void {
    this.over = true;
    this.goOn?.();
    this.become({ phase: 'ended', end });
    tell();
    this.connection.abort();
  }

  /** Failures that time heals, as long as it is harmless to ask again. */
  private mayPass({ code, status }: ApiProblem): boolean {
    if (code === 'unreachable' || code === 'shutting_down' || code === 'overloaded') return true;
    if (code === 'rate_limited') return this.turnId !== undefined;
    // A proxy in between says so without a word of ours.
    return status >= 502 && code === 'unexpected';
  }

  /** Waits for a time, for somebody who is impatient, or for the network; without a time only for somebody. */
  private wait(millis?: number): Promise<void> {
    return new Promise(resolve => {
      const go = () => {
        clearTimeout(timer);
        removeEventListener('online', go);
        this.goOn = undefined;
        resolve();
      };
      const timer = millis === undefined ? undefined : setTimeout(go, millis);
      addEventListener('online', go);
      this.goOn = go;
    });
  }

  private isOver(): boolean {
    return this.over;
  }

  private become(change: Partial<AnswerState>): void {
    this.state = { ...this.state, ...change, text: this.received };
    for (const listener of this.listeners) listener();
  }
}

/** What an error event says. A token whose time was over while the answer ran is no failure: the next one goes on. */
function told(data: unknown): ApiProblem {
  const body = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  const code = typeof body.code === 'string' ? body.code : 'unexpected';
  if (code === 'token_invalid' || code === 'token_expired') return ApiProblem.unreachable();
  const status = typeof body.status === 'number' ? body.status : 500;
  return new ApiProblem(status, code, typeof body.detail === 'string' ? body.detail : code, body);
}

import type { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@/shared/api/problem';
import { quotaQuery } from '@/shared/data/quota';
import { session } from '@/shared/session';
import type { Asked } from '../api/ask';
import { drafts } from '../model/drafts';
import { addTurn, changeTurn } from './cached-turns';
import { type Done, type Meta, type Outcome, PATIENCE, type Patience, RunningAnswer } from './running-answer';

/** A conversation's id, or this for one that has not begun. */
export const NEW = 'new';

/** A question that was not taken, and why. */
export interface Refusal {
  problem: ApiProblem;
  at: number;
}

/** What goes on in one conversation here. Never changed, only followed by another. */
export interface Scene {
  /** Asked, but not a turn yet. */
  asking: RunningAnswer | undefined;
  refusal: Refusal | undefined;
  /** The turn whose prompt is being edited. */
  editing: string | undefined;
  /** What a new conversation has become. */
  becameId: string | undefined;
}

const STILL: Scene = { asking: undefined, refusal: undefined, editing: undefined, becameId: undefined };

/** All answers that are being given to this member, whatever page is open. */
export class Answers {
  private scenes = new Map<string, Scene>();
  private running = new Map<string, RunningAnswer>();
  /** Keys of answers that were begun here, so that what is shown stays what it is when it has ended. */
  private readonly keys = new Map<string, string>();
  private unanswered: { question: string; key: string } | undefined;
  private newIsWatched = 0;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly queries: QueryClient,
    private readonly patience: Patience = PATIENCE,
  ) {
    session.subscribe(() => {
      if (session.snapshot().status === 'visitor') this.leaveAll();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly scene = (place: string): Scene => this.scenes.get(place) ?? STILL;

  readonly answerTo = (turnId: string): RunningAnswer | undefined => this.running.get(turnId);

  readonly keyOf = (turnId: string): string => this.keys.get(turnId) ?? turnId;

  /**
   * Asks something.
   *
   * @param draft where the text goes back to when it is refused; nowhere when it was not typed for this
   */
  ask(place: string, asked: Omit<Asked, 'conversationId'>, draft?: string): void {
    const question: Asked = place === NEW ? asked : { ...asked, conversationId: place };
    const print = JSON.stringify(question);
    // A question that nobody answered may have arrived: with its key it is not asked twice.
    const key = this.unanswered?.question === print ? this.unanswered.key : crypto.randomUUID();
    this.unanswered = undefined;
    this.change(place, { refusal: undefined, editing: undefined });
    let at = { place, turnId: '' };
    const refused = (problem: ApiProblem | undefined) => {
      if (problem?.code === 'unreachable') this.unanswered = { question: print, key };
      if (draft !== undefined) drafts.putBack(draft, question.message);
      this.change(place, {
        asking: undefined,
        editing: (draft !== undefined && question.replaces) || undefined,
        refusal: problem && { problem, at: Date.now() },
      });
    };
    if (!navigator.onLine) {
      refused(ApiProblem.unreachable());
      return;
    }
    const answer: RunningAnswer = new RunningAnswer(
      { key, question },
      {
        ...this.endings(() => at),
        begun: meta => {
          at = { place: meta.conversationId, turnId: meta.turnId };
          this.begun(place, meta, answer, question);
        },
        refused,
      },
      this.patience,
    );
    this.change(place, { asking: answer });
    void answer.run();
  }

  /** Follows an answer that was begun elsewhere, or before this page was loaded. */
  follow(conversationId: string, turnId: string): void {
    if (this.running.has(turnId)) return;
    const at = { place: conversationId, turnId };
    const answer = new RunningAnswer(
      { key: turnId, turnId },
      { ...this.endings(() => at), begun: () => undefined, refused: () => undefined },
      this.patience,
    );
    this.running.set(turnId, answer);
    this.tell();
    void answer.run();
  }

  edit(place: string, turnId: string | undefined): void {
    this.change(place, { editing: turnId });
  }

  calm(place: string): void {
    this.change(place, { refusal: undefined });
  }

  /** A page shows what a new conversation becomes; else the next one begins afresh. */
  watchNew(): () => void {
    this.newIsWatched++;
    return () => {
      this.newIsWatched--;
      this.arrived();
    };
  }

  /** The page has gone on to the conversation that the new one has become. */
  arrived(): void {
    if (this.scene(NEW).becameId !== undefined) this.change(NEW, STILL);
  }

  /** The conversation is gone. */
  forget(conversationId: string, turnIds: readonly string[]): void {
    this.scene(conversationId).asking?.leave();
    for (const turnId of turnIds) {
      this.running.get(turnId)?.leave();
      this.running.delete(turnId);
    }
    this.scenes.delete(conversationId);
    this.tell();
  }

  private begun(place: string, meta: Meta, answer: RunningAnswer, question: Asked): void {
    this.keys.set(meta.turnId, answer.key);
    this.running.set(meta.turnId, answer);
    if (place === NEW) drafts.move(NEW, meta.conversationId);
    addTurn(this.queries, meta, question);
    const watched = place === NEW && this.newIsWatched > 0;
    this.change(place, { ...STILL, becameId: watched ? meta.conversationId : undefined });
    void this.queries.invalidateQueries({ queryKey: ['conversations'] });
  }

  private endings(at: () => { place: string; turnId: string }): Pick<Outcome, 'ended' | 'failed' | 'notStopped'> {
    return {
      ended: (done, text) => this.ended(at(), done, text),
      failed: (problem, text) => {
        const { place, turnId } = at();
        const status = text ? 'interrupted' : 'failed';
        this.close(turnId, () =>
          changeTurn(this.queries, place, turnId, { status, reply: text, failure: problem.code, endedAt: now() }),
        );
        this.settle();
      },
      notStopped: problem => this.change(at().place, { refusal: { problem, at: Date.now() } }),
    };
  }

  private ended({ place, turnId }: { place: string; turnId: string }, done: Done, text: string): void {
    const { finishReason, usage, quota } = done;
    this.close(turnId, () =>
      changeTurn(
        this.queries,
        place,
        turnId,
        finishReason === 'interrupted'
          ? { status: 'interrupted', reply: text, usage, failure: 'cancelled', endedAt: now() }
          : { status: 'completed', reply: text, usage, finishReason, endedAt: now() },
      ),
    );
    this.queries.setQueryData(quotaQuery.queryKey, quota);
    this.settle();
  }

  /** What is shown goes over from the answer to the turn: so the turn has it first, and whoever shows it knows. */
  private close(turnId: string, note: () => void): void {
    note();
    setTimeout(() => {
      this.running.delete(turnId);
      this.tell();
    });
  }

  /** Titles, order and memories may be others now. */
  private settle(): void {
    void this.queries.invalidateQueries({ queryKey: ['conversations'] });
    void this.queries.invalidateQueries({ queryKey: ['memories'] });
    void this.queries.invalidateQueries({ queryKey: ['usage'] });
  }

  private leaveAll(): void {
    for (const answer of this.running.values()) answer.leave();
    for (const scene of this.scenes.values()) scene.asking?.leave();
    this.running.clear();
    this.scenes.clear();
    this.unanswered = undefined;
    this.tell();
  }

  private change(place: string, change: Partial<Scene>): void {
    this.scenes.set(place, { ...this.scene(place), ...change });
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function now(): string {
  return new Date().toISOString();
}

import { spokenAfter } from '../model/spoken';
import type { RunningAnswer } from './running-answer';

/** Sentences that come faster than this are said together: who listens is slower than who reads. */
const PACE_MILLIS = 1_500;
const KEPT = 8;

export interface Said {
  id: number;
  text: string;
}

export interface AnnouncedWords {
  begins: string;
  code: string;
  ends: Readonly<Record<'complete' | 'stopped' | 'failed', string>>;
}

/** What screen readers are told of an answer while it is given: its beginning, its sentences as they come, its end. */
export class Announcements {
  private said: readonly Said[] = [];
  private waiting: string[] = [];
  private next = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private followed: RunningAnswer | undefined;
  private unfollow: (() => void) | undefined;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.end();
    };
  };

  readonly snapshot = (): readonly Said[] => this.said;

  follow(answer: RunningAnswer, words: AnnouncedWords): void {
    if (answer === this.followed) return;
    this.end();
    this.followed = answer;
    let upTo = 0;
    let begun = false;
    const hear = () => {
      const { text, phase, end } = answer.snapshot();
      if (!begun && text) {
        begun = true;
        this.waiting.push(words.begins);
      }
      const spoken = spokenAfter(text, upTo, phase === 'ended', words.code);
      upTo = spoken.upTo;
      this.waiting.push(...spoken.sentences);
      if (end) {
        this.waiting.push(words.ends[end]);
        this.unfollow?.();
      }
      this.say();
    };
    this.unfollow = answer.subscribe(hear);
    hear();
  }

  private say(): void {
    if (this.timer !== undefined || this.waiting.length === 0) return;
    this.said = [...this.said.slice(1 - KEPT), { id: this.next++, text: this.waiting.join(' ') }];
    this.waiting = [];
    for (const listener of this.listeners) listener();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.say();
    }, PACE_MILLIS);
  }

  private end(): void {
    this.unfollow?.();
    this.followed = undefined;
    this.waiting = [];
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

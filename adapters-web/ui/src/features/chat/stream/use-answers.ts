import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Answers, type Scene } from './answers';
import type { AnswerState, RunningAnswer } from './running-answer';

const kept = new WeakMap<QueryClient, Answers>();

/** The answers that are being given; they go on whatever page is open, so they live beside what is known from the server. */
export function answersOf(queries: QueryClient): Answers {
  const known = kept.get(queries) ?? new Answers(queries);
  kept.set(queries, known);
  return known;
}

export function useAnswers(): Answers {
  return answersOf(useQueryClient());
}

export function useScene(place: string): Scene {
  const answers = useAnswers();
  return useSyncExternalStore(answers.subscribe, () => answers.scene(place));
}

/** The answer to a turn while it is being given. */
export function useAnswerTo(turnId: string | undefined): RunningAnswer | undefined {
  const answers = useAnswers();
  return useSyncExternalStore(answers.subscribe, () => (turnId === undefined ? undefined : answers.answerTo(turnId)));
}

const nothing = () => () => undefined;
const none = () => undefined;

export function useAnswerState(answer: RunningAnswer | undefined): AnswerState | undefined {
  return useSyncExternalStore(answer?.subscribe ?? nothing, answer?.snapshot ?? none);
}

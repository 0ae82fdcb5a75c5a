import { askingPreferences } from '../model/asking-preferences';
import { useAnswers } from './use-answers';

export interface AskMore {
  /** The turn whose place the new one takes. */
  replaces?: string;
  /** Where the text goes back to when it is refused. */
  draft?: string;
}

/** Asks in a conversation, in the way that its member likes to. */
export function useAsk(place: string): (message: string, more?: AskMore) => void {
  const answers = useAnswers();
  return (message, { replaces, draft } = {}) => {
    const { model, useMemory } = askingPreferences();
    answers.ask(place, { message, useMemory, ...(model && { model }), ...(replaces && { replaces }) }, draft);
  };
}

import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

export interface FormProblems<Field extends string> {
  /** Goes to the form, so that the first field with a problem can be found in it. */
  form: RefObject<HTMLFormElement | null>;
  problems: Partial<Record<Field, string>>;
  /** Says what is wrong, and leads to the first field that it is wrong with. */
  tell: (found: Partial<Record<Field, string>>) => void;
  /** Nothing is wrong any more, as far as is known. */
  clear: () => void;
}

/** What is wrong with the fields of a form. */
export function useFormProblems<Field extends string>(): FormProblems<Field> {
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<Partial<Record<Field, string>>>({});
  return {
    form,
    problems,
    tell: found => {
      // The marks have to be there before the focus can go to the first of them.
      flushSync(() => setProblems(found));
      form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    },
    clear: () => setProblems({}),
  };
}

/** Whether a text looks like a mail address; whether there is one, only a mail can tell. */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s@",:;<>()[\]\\]{1,64}@[a-z0-9]([a-z0-9.-]*[a-z0-9])?\.[a-z0-9-]{2,63}$/i.test(text)
  );
}

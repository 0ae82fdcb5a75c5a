import { Sprout, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const STEP_SECONDS = 0.9;

const after = (step: number) => ({ animationDelay: `${0.2 + step * STEP_SECONDS}s` });

/** Something said in spring, and what it was good for in summer: a conversation that grows along a stem. */
export function Example() {
  const { t } = useTranslation('landing');
  return (
    <figure className="relative rounded-card border border-line bg-surface p-4 shadow-lift sm:p-7">
      <figcaption className="sr-only">{t('example.label')}</figcaption>
      <div
        aria-hidden
        className="landing-stem absolute start-[2.02rem] top-10 bottom-14 w-[3px] rounded-full bg-accent sm:start-[2.77rem]"
      />
      <ol className="grid gap-5">
        <Step when={t('example.spring')} step={0}>
          <Said by={t('example.you')}>{t('example.told')}</Said>
        </Step>
        <Step step={1} large>
          <p className="flex flex-wrap items-center gap-x-2 rounded-control bg-accent-soft px-3.5 py-2 text-accent-strong">
            <Sprout aria-hidden size={18} />
            <span className="font-semibold">{t('example.remembered')}</span>
            <span>{t('example.fact')}</span>
          </p>
        </Step>
        <Step when={t('example.summer')} step={2}>
          <Said by={t('example.you')}>{t('example.asked')}</Said>
        </Step>
        <Step step={3} large>
          <Said by={t('product', { ns: 'common' })} answer>
            {t('example.answer')}
          </Said>
          <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft">
            <span className="inline-flex items-center gap-1.5">
              <Sprout aria-hidden size={16} className="text-accent" />
              {t('example.evidence')}
            </span>
            <span className="inline-flex items-center gap-1.5">
              <Undo2 aria-hidden size={16} className="text-accent" />
              {t('example.undo')}
            </span>
          </p>
        </Step>
      </ol>
    </figure>
  );
}

interface StepProps {
  when?: string;
  step: number;
  /** Where something is remembered a leaf grows, elsewhere a bud. */
  large?: boolean;
  children: ReactNode;
}

function Step({ when, step, large, children }: StepProps) {
  return (
    <li className="grid grid-cols-[2.25rem_1fr] gap-2 sm:gap-3">
      <span aria-hidden className="relative">
        {large ? (
          <svg
            viewBox="0 0 36 36"
            className="landing-bud absolute start-[0.55rem] -top-2 size-10 origin-bottom-left"
            style={after(step)}
          >
            <path d="M9 27C7 14 16 5 33 3 34 19 24 29 9 27Z" className="fill-accent" />
            <path
              d="M9 27C15 19 20 14 26 10"
              fill="none"
              className="stroke-on-accent"
              strokeWidth="1.4"
              opacity="0.7"
            />
          </svg>
        ) : (
          <span
            className="landing-bud absolute start-[0.69rem] top-2 size-3.5 rounded-full border-3 border-accent bg-surface"
            style={after(step)}
          />
        )}
      </span>
      <div className="landing-rise min-w-0" style={after(step)}>
        {when && <p className="mb-1 text-sm text-ink-soft">{when}</p>}
        {children}
      </div>
    </li>
  );
}

function Said({ by, answer = false, children }: { by: string; answer?: boolean; children: ReactNode }) {
  return (
    <p className={answer ? 'font-serif text-lg leading-snug' : 'rounded-control bg-sunken px-3.5 py-2'}>
      <span className="sr-only">{by}: </span>
      {children}
    </p>
  );
}

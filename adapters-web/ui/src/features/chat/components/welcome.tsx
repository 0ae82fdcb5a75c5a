import { BookmarkPlus, CalendarHeart, MessageCircleQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMember } from '@/shared/session';
import { drafts } from '../model/drafts';
import { NEW } from '../stream/answers';
import { useAsk } from '../stream/use-ask';

const STARTERS = [
  { name: 'tell', icon: BookmarkPlus },
  { name: 'ask', icon: MessageCircleQuestion },
  { name: 'plan', icon: CalendarHeart },
] as const;

/** How a conversation may begin, for who does not know yet. */
export function Welcome({ busy }: { busy: boolean }) {
  const { t } = useTranslation('chat');
  const ask = useAsk(NEW);
  const { displayName } = useMember();
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto grid min-h-full max-w-3xl content-center gap-8 px-4 py-8 sm:px-6">
        <div className="grid gap-3">
          <p className="font-serif text-3xl text-balance sm:text-4xl">{t('empty.greeting', { name: displayName })}</p>
          <p className="max-w-prose text-lg text-ink-soft">{t('empty.text')}</p>
        </div>
        <section aria-labelledby="starters">
          <h2 id="starters" className="mb-3 text-base text-ink-soft">
            {t('empty.starters')}
          </h2>
          <ul className="grid gap-3 sm:grid-cols-3">
            {STARTERS.map(({ name, icon: Icon }) => (
              <li key={name}>
                <button
                  type="button"
                  className="grid h-full w-full content-start gap-2 rounded-card border border-line bg-surface p-4 text-start shadow-lift transition-colors hover:border-accent"
                  onClick={() => {
                    const prompt = t(`empty.${name}Prompt`);
                    // What is being typed is not thrown away for a suggestion.
                    if (!busy && !drafts.read(NEW)) ask(prompt, { draft: NEW });
                    else drafts.putBack(NEW, prompt);
                  }}
                >
                  <Icon aria-hidden size={22} className="text-accent" />
                  <span className="font-semibold">{t(`empty.${name}`)}</span>
                  <span className="text-sm text-ink-soft">{t(`empty.${name}Prompt`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

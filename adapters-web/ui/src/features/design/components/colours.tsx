import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contrastOf, PAIRS, type Scheme } from '../tokens';

/** The pairs of colours that carry text, with their contrast as this browser shows them. */
export function Colours({ scheme }: { scheme: Scheme }) {
  const { t } = useTranslation('design');
  const [pairs] = useState(() =>
    PAIRS.map(([front, back, least]) => ({ front, back, least, ratio: contrastOf(front, back, scheme) })),
  );
  return (
    <ul className="grid gap-2">
      {pairs.map(({ front, back, least, ratio }) => (
        <li
          key={`${front}/${back}`}
          className="flex flex-wrap items-center justify-between gap-x-4 rounded-control border border-line px-4 py-2.5"
          style={{ color: `var(--${least < 4.5 ? 'ink' : front})`, background: `var(--${back})` }}
        >
          <span className="flex items-center gap-2 font-semibold">
            {least < 4.5 && (
              <span aria-hidden className="size-4 rounded-full border-3" style={{ borderColor: `var(--${front})` }} />
            )}
            {t('colours.on', { front, back })}
          </span>
          <span className="flex items-center gap-1.5 tabular-nums">
            {ratio === undefined ? t('colours.unknown') : t('colours.ratio', { ratio: ratio.toFixed(1), least })}
            {ratio !== undefined &&
              (ratio >= least ? (
                <Check role="img" aria-label={t('colours.enough')} size={18} />
              ) : (
                <X role="img" aria-label={t('colours.tooLittle')} size={18} />
              ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

import { lazy, memo, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '@/shared/ui/copy-button';
import { languageName } from '../model/language-names';

const HighlightedCode = lazy(() => import('./highlighted-code'));

/** Longer code is shown as it is: telling its words apart would hold up the page. */
const LONGEST_HIGHLIGHTED = 10_000;

export interface CodeBlockProps {
  code: string;
  language: string;
  /** Whether it is all there; until then it is not worth the work. */
  closed: boolean;
}

export const CodeBlock = memo(function CodeBlock({ code, language, closed }: CodeBlockProps) {
  const { t } = useTranslation('chat');
  const name = languageName(language);
  return (
    <figure className="overflow-hidden rounded-control border border-line bg-sunken">
      <figcaption className="flex items-center justify-between border-b border-line ps-4 text-sm text-ink-soft">
        {name ?? t('code.label')}
        <CopyButton text={code} label={t('code.copy')} />
      </figcaption>
      <pre
        // It scrolls by itself, so the keyboard has to get there.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={name ? t('code.of', { language: name }) : t('code.label')}
        className="border-0!"
      >
        <code>
          {closed && language && code.length <= LONGEST_HIGHLIGHTED ? (
            <Suspense fallback={code}>
              <HighlightedCode code={code} language={language} />
            </Suspense>
          ) : (
            code
          )}
        </code>
      </pre>
    </figure>
  );
});

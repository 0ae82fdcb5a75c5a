import { useTranslation } from 'react-i18next';

export const CONTENT = 'content';

/** The first stop of the keyboard: past the navigation. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a
      href={`#${CONTENT}`}
      className="fixed start-3 top-3 z-60 -translate-y-24 rounded-control bg-accent px-4 py-3 font-semibold text-on-accent focus:translate-y-0"
    >
      {t('skipToContent')}
    </a>
  );
}

import { useTranslation } from 'react-i18next';
import type { memory } from '@/shared/i18n/en/memory';
import { Notice } from '@/shared/ui/notice';
import type { ImportReport } from '../api/import-memories';

const SHOWN = 20;

type Why = keyof typeof memory.importing.why;

/** What became of an import: what was taken, what was known, which lines were refused and why. */
export function ImportResult({ report }: { report: ImportReport }) {
  const { t, i18n } = useTranslation('memory');
  const { imported, skipped, errors, form, broke } = report;
  const why = (code: string) =>
    t(`importing.why.${i18n.exists(`importing.why.${code}`, { ns: 'memory' }) ? (code as Why) : 'other'}`);
  return (
    <Notice
      tone={imported === 0 || broke ? 'warn' : 'good'}
      title={imported === 0 ? t('importing.nothing') : t('importing.done', { count: imported })}
    >
      {broke && <p>{t('importing.broke')}</p>}
      {skipped > 0 && <p>{t('importing.skipped', { count: skipped })}</p>}
      {errors.length > 0 && (
        <>
          <p>{t('importing.refused', { count: errors.length })}</p>
          <ul className="mt-1 list-disc ps-5 text-sm">
            {errors.slice(0, SHOWN).map(({ line, code }, at) => (
              <li key={at}>
                {t(form === 'lines' ? 'importing.line' : 'importing.conversation', { line, why: why(code) })}
              </li>
            ))}
          </ul>
          {errors.length > SHOWN && <p>{t('importing.moreRefused', { count: errors.length - SHOWN })}</p>}
        </>
      )}
    </Notice>
  );
}

import { useTranslation } from 'react-i18next';
import { useFormats } from '@/shared/lib/format';
import type { UsageDay } from '../api/daily-usage';

/** The days on which something was used, the latest first. */
export function UsageTable({ days }: { days: readonly UsageDay[] }) {
  const { t } = useTranslation('dashboard');
  const format = useFormats();
  const cell = 'py-2 ps-3 text-end tabular-nums';
  return (
    <>
      <table className="w-full">
        <thead>
          <tr className="border-b border-line text-sm text-ink-soft">
            <th scope="col" className="py-2 text-start font-normal">
              {t('usage.day')}
            </th>
            <th scope="col" className={`${cell} font-normal`}>
              {t('usage.answers')}
            </th>
            <th scope="col" className={`${cell} font-normal`}>
              {t('usage.read')}
            </th>
            <th scope="col" className={`${cell} font-normal`}>
              {t('usage.written')}
            </th>
          </tr>
        </thead>
        <tbody>
          {days
            .filter(day => day.turns > 0)
            .toReversed()
            .map(day => (
              <tr key={day.day} className="border-b border-line">
                <th scope="row" className="py-2 text-start font-semibold whitespace-nowrap">
                  {format.shortDay(day.day)}
                </th>
                <td className={cell}>{format.integer(day.turns)}</td>
                <td className={cell}>{format.integer(day.inputTokens)}</td>
                <td className={cell}>{format.integer(day.outputTokens)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className="mt-2 text-sm text-ink-soft">{t('usage.quiet')}</p>
    </>
  );
}

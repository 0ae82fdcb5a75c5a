import { useTranslation } from 'react-i18next';
import { chooseLanguage, type Language, LANGUAGES } from '@/shared/i18n';
import { chooseTheme, type Theme, THEMES, useTheme } from '@/shared/lib/theme';
import { classNames } from '@/shared/lib/class-names';
import { SelectField } from './field';

/** How this browser shows the app: language and light. */
export function Preferences({ className, labelled = false }: { className?: string; labelled?: boolean }) {
  const { t, i18n } = useTranslation();
  const theme = useTheme();
  return (
    <div className={classNames('grid grid-cols-2 gap-2', className)}>
      <SelectField
        hideLabel={!labelled}
        label={t('language.label')}
        value={i18n.language}
        options={LANGUAGES.map(value => ({ value, label: t(`language.${value}`) }))}
        onChange={event => void chooseLanguage(event.target.value as Language)}
      />
      <SelectField
        hideLabel={!labelled}
        label={t('theme.label')}
        value={theme}
        options={THEMES.map(value => ({ value, label: t(`theme.${value}`) }))}
        onChange={event => chooseTheme(event.target.value as Theme)}
      />
    </div>
  );
}

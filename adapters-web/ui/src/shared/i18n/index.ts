import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readSetting, writeSetting } from '@/shared/lib/settings';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

const TEXTS = {
  en: () => import('./en'),
  de: () => import('./de'),
};

/** The language that was chosen here, else the first of the browser's that we speak, else English. */
export function preferredLanguage(): Language {
  const wanted = [readSetting('language'), ...navigator.languages.map(tag => tag.slice(0, 2))];
  return wanted.map(tag => LANGUAGES.find(language => language === tag)).find(found => found !== undefined) ?? 'en';
}

/** Loads the texts of one language; the others come when they are chosen. */
export async function startTexts(language: Language = preferredLanguage()): Promise<i18n> {
  const { texts } = await TEXTS[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: texts },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
  return i18next;
}

export async function chooseLanguage(language: Language): Promise<void> {
  const { texts } = await TEXTS[language]();
  for (const [namespace, entries] of Object.entries(texts)) i18next.addResourceBundle(language, namespace, entries);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  writeSetting('language', language);
}

import { useNavigate } from '@tanstack/react-router';
import { Languages, LogOut, SquarePen, SunMoon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, LANGUAGES } from '@/shared/i18n';
import { chooseTheme, THEMES, useTheme } from '@/shared/lib/theme';
import { session, useMember } from '@/shared/session';
import { useProblemText } from '@/shared/ui/failure';
import { MEMBER_SECTIONS, staffSections } from '@/shared/ui/sections';
import { toast } from '@/shared/ui/toast';
import type { ChoiceGroup } from './choices';

/** What can be gone to and done without asking the server. */
export function useCommands(): ChoiceGroup[] {
  const { t } = useTranslation('palette');
  const { t: common, i18n } = useTranslation();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const member = useMember();
  const theme = useTheme();
  const logOut = () =>
    void session.logOut().catch((failure: unknown) => toast(problemText(failure), { tone: 'danger' }));
  return [
    {
      value: t('pages'),
      items: [...MEMBER_SECTIONS, ...staffSections(member)].map(({ to, name, icon }) => ({
        id: to,
        label: common(`navigation.${name}`),
        icon,
        choose: () => void navigate({ to }),
      })),
    },
    {
      value: t('actions'),
      items: [
        { id: 'new', label: t('newChat'), icon: SquarePen, choose: () => void navigate({ to: '/chat' }) },
        ...THEMES.filter(other => other !== theme).map(other => ({
          id: `theme ${other}`,
          label: t('theme', { theme: common(`theme.${other}`) }),
          icon: SunMoon,
          choose: () => chooseTheme(other),
        })),
        ...LANGUAGES.filter(other => other !== i18n.language).map(other => ({
          id: `language ${other}`,
          label: t('language', { language: common(`language.${other}`) }),
          icon: Languages,
          choose: () => void chooseLanguage(other),
        })),
        { id: 'logout', label: common('navigation.logOut'), icon: LogOut, choose: logOut },
      ],
    },
  ];
}

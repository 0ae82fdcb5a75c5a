import { useTranslation } from 'react-i18next';

/** What a tier is called; one that this app does not know keeps its own name. */
export function useTierName(): (tier: string) => string {
  const { t } = useTranslation();
  return tier => (tier === 'free' || tier === 'basic' || tier === 'pro' ? t(`tier.${tier}`) : tier);
}

import '../landing.css';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonLook } from '@/shared/ui/button';
import { usePageTitle } from '@/shared/ui/page';
import { Sprig } from '@/shared/ui/sprig';
import { Begin } from '../components/begin';
import { Example } from '../components/example';
import { Goodbye } from '../components/goodbye';
import { Plans } from '../components/plans';
import { Points } from '../components/points';

const COLUMN = 'mx-auto w-full max-w-6xl px-4 sm:px-8';

/** What this is, in one glance. */
export function LandingPage() {
  const { t } = useTranslation('landing');
  usePageTitle(t('product', { ns: 'common' }));
  return (
    <div className="overflow-x-clip">
      <Goodbye />
      <section className="relative isolate overflow-hidden">
        <Sprig className="absolute end-[max(-2rem,calc(50%-47rem))] -bottom-10 -z-10 h-[36rem] text-accent-soft max-lg:hidden" />
        <div
          className={`${COLUMN} grid items-center gap-x-14 gap-y-12 pt-6 pb-20 sm:pt-12 lg:grid-cols-[1.08fr_1fr] lg:pt-16 lg:pb-28`}
        >
          <div>
            <h1 className="text-[2.6rem] leading-[1.06] sm:text-6xl lg:text-[4.3rem]">{t('title')}</h1>
            <p className="mt-6 max-w-xl text-xl text-ink-soft">{t('lead')}</p>
            <div className="mt-8 flex flex-wrap items-center gap-3">
              <Begin />
              <a href="#plans" className={buttonLook('quiet', 'px-5 py-3 text-lg')}>
                {t('seePlans')}
              </a>
            </div>
            <p className="mt-5 text-ink-soft">{t('free')}</p>
          </div>
          <Example />
        </div>
      </section>
      <section aria-labelledby="points" className="border-y border-line bg-surface">
        <div className={`${COLUMN} py-20 lg:py-28`}>
          <h2 id="points" className="mb-12 max-w-2xl text-3xl sm:text-[2.6rem] lg:mb-16">
            {t('points.title')}
          </h2>
          <Points />
          <div aria-hidden className="lg:h-10" />
        </div>
      </section>
      <section aria-labelledby="plans" className={`${COLUMN} scroll-mt-6 py-20 lg:py-28`}>
        <h2 id="plans" className="max-w-2xl scroll-mt-10 text-3xl sm:text-[2.6rem]">
          {t('plans.title')}
        </h2>
        <p className="mt-4 mb-10 max-w-2xl text-lg text-ink-soft">{t('plans.lead')}</p>
        <Plans />
      </section>
      <section aria-labelledby="closing" className={COLUMN}>
        <div className="relative isolate overflow-hidden rounded-card bg-accent px-6 py-14 text-on-accent sm:px-14 sm:py-20">
          <Sprig className="absolute end-2 -bottom-16 -z-10 h-[26rem] rotate-12 opacity-15 sm:end-16" />
          <h2 id="closing" className="max-w-xl text-3xl sm:text-5xl">
            {t('closing.title')}
          </h2>
          <p className="mt-4 mb-8 max-w-lg text-lg">{t('closing.text')}</p>
          <Begin onAccent />
        </div>
      </section>
      <nav aria-label={t('footer.label')} className={`${COLUMN} mt-14 text-ink-soft`}>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line pt-6">
          <p>{t('footer.text')}</p>
          <ul className="-mx-3 flex flex-wrap">
            <li>
              <Link to="/register" className={buttonLook('quiet', 'px-3 font-normal')}>
                {t('navigation.register', { ns: 'common' })}
              </Link>
            </li>
            <li>
              <Link to="/login" className={buttonLook('quiet', 'px-3 font-normal')}>
                {t('navigation.logIn', { ns: 'common' })}
              </Link>
            </li>
          </ul>
        </div>
      </nav>
    </div>
  );
}

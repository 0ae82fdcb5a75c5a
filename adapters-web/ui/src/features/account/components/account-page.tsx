import type { ReactNode } from 'react';
import { Page } from '@/shared/ui/page';
import { Sprig } from '@/shared/ui/sprig';

export interface AccountPageProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** Where else one may want to go. */
  aside?: ReactNode;
}

/** The pages around an account: one narrow column, one thing to do. */
export function AccountPage({ title, lead, children, aside }: AccountPageProps) {
  return (
    <div className="relative isolate flex flex-1 items-start justify-center overflow-hidden">
      <Sprig className="absolute start-[calc(50%+15rem)] -bottom-6 -z-10 h-96 text-accent-soft max-lg:hidden" />
      <Sprig className="absolute end-[calc(50%+16rem)] top-6 -z-10 h-72 -scale-x-100 text-accent-soft max-lg:hidden" />
      <Page title={title} lead={lead} className="max-w-lg">
        <div className="rounded-card border border-line bg-surface p-5 shadow-lift sm:p-8">{children}</div>
        {aside && <div className="mt-5 grid gap-1 text-center text-ink-soft">{aside}</div>}
      </Page>
    </div>
  );
}

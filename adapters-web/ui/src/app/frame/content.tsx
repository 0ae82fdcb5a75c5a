import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { CONTENT } from './skip-link';

/** The main landmark. After a change of the page the focus is here, so that screen readers begin with it. */
export function Content({ className }: { className?: string }) {
  const path = useRouterState({ select: state => state.resolvedLocation?.pathname });
  const before = useRef<string | undefined>(undefined);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // A page that changes its own address keeps the focus where it is, as chat does with a new conversation.
    const changed = before.current !== undefined && section(before.current) !== section(path);
    if (changed && !main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return (
    <main id={CONTENT} ref={main} tabIndex={-1} className={className}>
      <Outlet />
    </main>
  );
}

function section(path: string | undefined): string | undefined {
  return path?.split('/')[1];
}

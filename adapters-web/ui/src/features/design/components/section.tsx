import type { ReactNode } from 'react';
import { SCHEMES, type Scheme } from '../tokens';

/** A part of the design system, in light and dark side by side. */
export function Section({ title, children }: { title: string; children: (scheme: Scheme) => ReactNode }) {
  return (
    <section className="mb-12">
      <h2 className="mb-4 text-2xl">{title}</h2>
      <div className="grid items-stretch gap-4 lg:grid-cols-2">
        {SCHEMES.map(scheme => (
          <div
            key={scheme}
            className="min-w-0 rounded-card border border-line bg-paper p-5 text-ink"
            style={{ colorScheme: scheme }}
          >
            {children(scheme)}
          </div>
        ))}
      </div>
    </section>
  );
}

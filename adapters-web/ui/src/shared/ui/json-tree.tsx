/** A structure to look into: each part can be folded. Texts are shown as they are, never as anything else. */
export function JsonTree({ name, value, depth = 0 }: { name?: string; value: unknown; depth?: number }) {
  if (typeof value !== 'object' || value === null) {
    return (
      <p className="py-0.5">
        <Name name={name} />
        <Scalar value={value} />
      </p>
    );
  }
  const list = Array.isArray(value);
  const entries = Object.entries(value as Record<string, unknown>);
  if (entries.length === 0) {
    return (
      <p className="py-0.5">
        <Name name={name} />
        <span className="text-ink-soft">{list ? '[ ]' : '{ }'}</span>
      </p>
    );
  }
  const children = (
    <div className="ms-1.5 border-s border-line ps-3">
      {entries.map(([key, child]) => (
        <JsonTree key={key} name={key} value={child} depth={depth + 1} />
      ))}
    </div>
  );
  if (name === undefined) return <div className="font-mono text-sm break-all">{children}</div>;
  return (
    <details open={depth < 3}>
      <summary className="min-h-6 rounded py-0.5">
        <Name name={name} />
        <span className="text-ink-soft">{list ? `[ ${entries.length} ]` : `{ ${entries.length} }`}</span>
      </summary>
      {children}
    </details>
  );
}

function Name({ name }: { name: string | undefined }) {
  return name === undefined ? null : <span className="font-semibold">{name}: </span>;
}

function Scalar({ value }: { value: unknown }) {
  if (value === null || value === undefined) return <span className="text-ink-soft">null</span>;
  return (
    <span className={typeof value === 'string' ? 'text-accent-strong' : 'text-warn'}>{JSON.stringify(value)}</span>
  );
}

import { ExternalLink, ImageOff } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import Markdown, { type Components, type ExtraProps } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { markdownBlocks } from '../model/markdown-blocks';
import { CodeBlock } from './code-block';

const SAFE = /^(?:https?:\/\/|mailto:)/i;

/** Addresses elsewhere, of kinds that cannot run anything. Ones without a host would lead into this app. */
function safeAddress(address: string): string | undefined {
  return SAFE.test(address.trim()) ? address : undefined;
}

function SafeLink({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  if (!href) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** Fetching a picture would tell its server who reads what; so it is named, and opened by whoever wants to. */
function NamedImage({ src, alt }: { src?: unknown; alt?: string | undefined }) {
  const { t } = useTranslation('chat');
  const text = alt ?? '';
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 rounded-control bg-sunken px-2">
      <ImageOff aria-hidden size={16} className="shrink-0 text-ink-soft" />
      {text ? t('image.named', { text }) : t('image.unnamed')}
      {typeof src === 'string' && src && (
        <SafeLink href={src}>
          {t('image.open')}
          <ExternalLink aria-hidden size={14} className="ms-1 inline" />
        </SafeLink>
      )}
    </span>
  );
}

function textOf(node: ExtraProps['node'] | undefined): string {
  return (node?.children ?? [])
    .map(child => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}

function InnerCode({ node }: ExtraProps) {
  const code = node?.children.find(child => child.type === 'element');
  const names = code?.type === 'element' ? code.properties.className : undefined;
  const name = Array.isArray(names) ? names.map(String).find(one => one.startsWith('language-')) : undefined;
  return <CodeBlock code={textOf(node).replace(/\n$/, '')} language={name?.slice('language-'.length) ?? ''} closed />;
}

function WideTable({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('chat');
  return (
    // It scrolls by itself, so the keyboard has to get there.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div tabIndex={0} role="group" aria-label={t('table')} className="overflow-x-auto">
      <table className="table!">{children}</table>
    </div>
  );
}

function Task({ checked }: { checked?: boolean | undefined }) {
  const { t } = useTranslation('chat');
  return (
    <span role="img" aria-label={t(checked ? 'task.done' : 'task.open')} className="me-1">
      {checked ? '☑' : '☐'}
    </span>
  );
}

/** An answer's headings are below those of the page, which name the turns. */
function heading(look: string) {
  return function Heading({ children }: { children?: ReactNode }) {
    return <h3 className={look}>{children}</h3>;
  };
}

const COMPONENTS: Components = {
  a: ({ href, children }) => <SafeLink href={href}>{children}</SafeLink>,
  img: ({ src, alt }) => <NamedImage src={src} alt={alt} />,
  pre: InnerCode,
  table: ({ children }) => <WideTable>{children}</WideTable>,
  input: ({ checked }) => <Task checked={checked} />,
  h1: heading('text-[1.3em]!'),
  h2: heading('text-[1.2em]!'),
  h3: heading(''),
  h4: heading('text-[1.05em]!'),
  h5: heading('text-[1em]!'),
  h6: heading('text-[1em]!'),
};

const REMARK = [remarkGfm];
const REHYPE = [rehypeSanitize];

const TextBlock = memo(function TextBlock({ source }: { source: string }) {
  return (
    <Markdown skipHtml remarkPlugins={REMARK} rehypePlugins={REHYPE} urlTransform={safeAddress} components={COMPONENTS}>
      {source}
    </Markdown>
  );
});

/** What a model wrote. Parts that are complete are not read again while the rest grows. */
export const MarkdownText = memo(function MarkdownText({ text }: { text: string }) {
  return (
    <div className="prose">
      {markdownBlocks(text).map((block, place) =>
        block.kind === 'text' ? (
          <TextBlock key={place} source={block.source} />
        ) : (
          <CodeBlock key={place} code={block.code} language={block.language} closed={block.closed} />
        ),
      )}
    </div>
  );
});

import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MarkdownText } from './markdown-text';

const show = (text: string) => render(<MarkdownText text={text} />).container;

describe('what a model wrote', () => {
  it('is shown as Markdown', () => {
    show('# Plants\n\nThey *grow*.\n\n- [x] water\n- [ ] light\n\n| a | b |\n|---|---|\n| 1 | 2 |');
    expect(screen.getByRole('heading', { name: 'Plants', level: 3 })).toBeVisible();
    expect(screen.getByText('grow').tagName).toBe('EM');
    expect(screen.getByRole('img', { name: 'Done' })).toBeVisible();
    expect(within(screen.getByRole('group', { name: 'Table' })).getAllByRole('cell')).toHaveLength(2);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="alert(1)">bold</b> move',
    '<iframe src="https://example.org"></iframe>',
    '<svg><script>alert(1)</script></svg>',
    '<style>*{display:none}</style>',
    '<form action="https://example.org"><input name="password"></form>',
    '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
  ])('has no markup of its own: %s', text => {
    const container = show(text);
    expect(container.querySelector('script, img, iframe, svg, style, form, b, input, math')).toBeNull();
    const attributes = [...container.querySelectorAll('*')].flatMap(element => element.getAttributeNames());
    expect(attributes.filter(name => name.startsWith('on'))).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '&#106;avascript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    '//example.org',
    '/auth/verify-email?token=x',
    'blob:https://example.org/x',
    'file:///etc/passwd',
  ])('does not link to %s', address => {
    const container = show(`[click](<${address}>) and <${address}>`);
    expect(container.querySelector('a')).toBeNull();
    expect(container).toHaveTextContent('click');
  });

  it('links elsewhere in another tab that knows nothing of this one', () => {
    show('[there](https://example.org/a) https://example.net [mail](mailto:a@example.org)');
    const links = screen.getAllByRole('link');
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      'https://example.org/a',
      'https://example.net',
      'mailto:a@example.org',
    ]);
    for (const link of links) {
      expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
      expect(link).toHaveAttribute('target', '_blank');
    }
  });

  it('names pictures and never fetches them', () => {
    const container = show('![A fern](https://example.org/fern.png) ![](data:image/png;base64,xx)');
    expect(container.querySelector('img, picture, source, [style*="url"]')).toBeNull();
    expect(container).toHaveTextContent('Picture: A fern');
    expect(container).toHaveTextContent('A picture');
    expect(screen.getAllByRole('link', { name: 'open elsewhere' })).toHaveLength(1);
  });

  it('tells the language of code, and highlights it when it is complete', async () => {
    const container = show('```ts\nconst a = "<b>";\n```');
    expect(screen.getByText('TypeScript')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy the code' })).toBeVisible();
    expect(container.querySelector('code')).toHaveTextContent('const a = "<b>";');
    expect(await screen.findByText('const')).toHaveClass('hljs-keyword');
    expect(container.querySelector('b')).toBeNull();
  });

  it('leaves very large code, and code of unknown languages, as it is', async () => {
    const container = show(
      `\`\`\`ts\n${'const a = 1;\n'.repeat(2_000)}\`\`\`\n\n\`\`\`ts\nconst b = 1;\n\`\`\`\n\n\`\`\`foo\nbar\n\`\`\``,
    );
    expect(await screen.findByText('const')).toBeVisible();
    expect(container.querySelectorAll('.hljs-keyword')).toHaveLength(1);
    expect(screen.getByText('bar')).toBeVisible();
  });
});

import './code.css';
import { Fragment, memo, type ReactNode } from 'react';
import rehypeHighlight from 'rehype-highlight';

type Transform = ReturnType<typeof rehypeHighlight>;
type Tree = Parameters<Transform>[0];
type Node = Tree['children'][number];

const transform = rehypeHighlight();
const file = { message: () => undefined } as unknown as Parameters<Transform>[1];

/** Code with its words told apart. Loaded only when there is code: the languages weigh more than the rest of the page. */
export default memo(function HighlightedCode({ code, language }: { code: string; language: string }) {
  return rendered(parts(code, language));
});

function parts(code: string, language: string): Node[] {
  const inner = {
    type: 'element' as const,
    tagName: 'code',
    properties: { className: [`language-${language.toLowerCase()}`] },
    children: [{ type: 'text' as const, value: code }],
  };
  const tree: Tree = {
    type: 'root',
    children: [{ type: 'element', tagName: 'pre', properties: {}, children: [inner] }],
  };
  transform(tree, file);
  return inner.children;
}

function rendered(nodes: readonly Node[]): ReactNode {
  return nodes.map((node, place) => {
    if (node.type === 'text') return <Fragment key={place}>{node.value}</Fragment>;
    if (node.type !== 'element') return null;
    const names = node.properties.className;
    return (
      <span key={place} className={Array.isArray(names) ? names.join(' ') : undefined}>
        {rendered(node.children)}
      </span>
    );
  });
}

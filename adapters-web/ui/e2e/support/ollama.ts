import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A model that does as it is told, behind Ollama's interface: `say <text>` is answered with the text, `count <n> <millis>`
 * with n words, each so long after the last. Everything else is answered with "Understood.".
 */
export interface ToldOllama {
  url: string;
  model: string;
  stop: () => Promise<void>;
}

interface Ask {
  stream?: boolean;
  format?: unknown;
  messages?: { role: string; content: string }[];
}

const MODEL = 'told';

/** What is asked in the pictures of the pages. */
const EXAMPLES = {
  'Please remember: my balcony': 'Noted: north, two hours of sun a day. That is shade-garden country, and a fine one.',
  'How do I keep sourdough': 'Stiffen it with flour, keep it cold, and it will wait three weeks for you.',
  'Which flowers could I plant':
    'You told me that her climbing rose was a **Gloire de Dijon**, so the nearest thing to her garden would be:\n\n' +
    '1. *Gloire de Dijon* itself, which forgives half shade\n2. Columbines around its feet\n3. A pot of sweet violets, for the scent in March\n\n' +
    'Your balcony faces north, so I left out everything that insists on a full day of sun.',
  'And how do I plant them':
    'In autumn, before the frost, while the soil still keeps some warmth:\n\n| Plant | Pot | Depth |\n| --- | --- | --- |\n| Rose | 50 cm | graft 5 cm below the soil |\n| Columbine | 25 cm | crown at the surface |\n| Violet | 15 cm | as it was |\n\n' +
    'Water once, then leave them alone until the first green:\n\n```python\nif first_green and not frost_tonight:\n    water(litres=1)\n```',
};

function pieces(prompt: string): { texts: string[]; pause: number } {
  const say = /^say ([\s\S]*)$/.exec(prompt);
  if (say) return { texts: say[1]!.match(/[\s\S]{1,7}/g) ?? [], pause: 1 };
  const known = Object.entries(EXAMPLES).find(([question]) => prompt.startsWith(question));
  if (known) return { texts: known[1].match(/[\s\S]{1,7}/g) ?? [], pause: 1 };
  const count = /^count (\d+) (\d+)$/.exec(prompt);
  if (!count) return { texts: ['Under', 'stood.'], pause: 1 };
  const texts = Array.from({ length: Number(count[1]) }, (_, at) =>
    at % 40 === 39 ? `word${at}.\n\n` : at % 10 === 9 ? `**word${at}**, ` : `word${at} `,
  );
  return { texts, pause: Number(count[2]) };
}

async function answer(ask: Ask, response: ServerResponse): Promise<void> {
  const last = ask.messages?.at(-1)?.content ?? '';
  const { texts, pause } = ask.format ? { texts: ['{"memories":[]}'], pause: 0 } : pieces(last);
  const line = (fields: object) =>
    `${JSON.stringify({ model: MODEL, created_at: new Date().toISOString(), ...fields })}\n`;
  const end = {
    done: true,
    done_reason: 'stop',
    total_duration: 1,
    prompt_eval_count: 20,
    eval_count: texts.length,
    eval_duration: 1,
  };
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
  if (ask.stream === false) {
    response.end(line({ message: { role: 'assistant', content: texts.join('') }, ...end }));
    return;
  }
  for (const content of texts) {
    if (response.destroyed) return;
    response.write(line({ message: { role: 'assistant', content }, done: false }));
    if (pause > 0) await new Promise(resolve => setTimeout(resolve, pause));
  }
  response.end(line({ message: { role: 'assistant', content: '' }, ...end }));
}

export async function startOllama(): Promise<ToldOllama> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const json = (body: object) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(body));
      };
      const text = Buffer.concat(chunks).toString();
      switch (request.url) {
        case '/api/chat':
          void answer(JSON.parse(text) as Ask, response);
          return;
        case '/api/tags':
          return json({ models: [{ name: `${MODEL}:latest`, model: `${MODEL}:latest`, details: {} }] });
        case '/api/show':
          return json({ model_info: { 'told.context_length': 32768 }, details: { family: 'told' }, capabilities: [] });
        case '/api/version':
          return json({ version: '0.0.0' });
        default:
          response.writeHead(404).end('{}');
      }
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    model: MODEL,
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

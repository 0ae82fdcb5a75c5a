// Asks the server at the address given for everything the product asks of Ollama, and prints what the client understood.
import { Ollama } from 'ollama';

const ollama = new Ollama({ host: process.argv[2] });
const model = process.argv[3];

const pieces = [];
let last;
const stream = await ollama.chat({ model, stream: true, messages: [{ role: 'user', content: 'Well?' }] });
for await (const part of stream) {
  pieces.push(part.message.content);
  last = part;
}
const tags = await ollama.list();
const shown = await ollama.show({ model });
const generated = await ollama.generate({ model, prompt: 'A title?', stream: false });
const embedded = await ollama.embed({ model, input: ['one', 'two'] });
const missing = await ollama.show({ model: 'no-such-model' }).catch((error) => error);

console.log(
  JSON.stringify({
    pieces,
    done: last.done,
    doneReason: last.done_reason,
    evalCount: last.eval_count,
    models: tags.models.map((each) => each.name),
    contextLength: shown.model_info['llama.context_length'],
    response: generated.response,
    embeddings: embedded.embeddings.length,
    missing: missing.status_code,
  }),
);

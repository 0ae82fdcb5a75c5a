// What the product is compared with: verifies with Stripe's own client, inserts, answers. Arguments: port, database, connections to it.
import http from 'node:http';
import pg from 'pg';
import Stripe from 'stripe';

const [port, database, connections] = process.argv.slice(2);
const { webhooks } = new Stripe('sk_test_of_no_account');
const pool = new pg.Pool({ connectionString: database, max: Number(connections) });
const insert = {
  name: 'insert',
  text: `insert into webhook (id, type, customer, created_at, payload) values ($1, $2, $3, to_timestamp($4), $5)
    on conflict do nothing`,
};

await pool.query(`create table if not exists webhook (
  id text primary key, type text not null, customer text, created_at timestamptz not null,
  received_at timestamptz not null default now(), payload text not null)`);

const receive = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  let event;
  try {
    event = webhooks.constructEvent(body, request.headers['stripe-signature'], process.env.WEBHOOK_SECRET);
  } catch {
    return 400;
  }
  const { id, type, created, data } = event;
  await pool.query({ ...insert, values: [id, type, data.object.customer ?? null, created, body] });
  return 200;
};

http
  .createServer((request, response) => {
    receive(request).then(
      (status) => {
        const answer = JSON.stringify({ received: status === 200 });
        response.writeHead(status, { 'content-type': 'application/json', 'content-length': answer.length });
        response.end(answer);
      },
      () => response.writeHead(500).end(),
    );
  })
  .listen(Number(port), '127.0.0.1');

// Holds what Countersign sends and signs against the official client library, and lets that library ask the scripted
// server. Reads one JSON object on standard input (OfficialClientTest writes it), prints one on standard output.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import OpenAI from 'openai';
import { toStrictJsonSchema } from 'openai/lib/transform';
import { Webhook } from 'standardwebhooks';

const given = JSON.parse(await new Response(process.stdin).text());
const client = new OpenAI({ apiKey: given.key, baseURL: given.baseUrl, maxRetries: 0, webhookSecret: given.secret });

const name = async (what) => {
  try {
    return await what();
  } catch (error) {
    return error.constructor.name + (error.status ? ` ${error.status}` : '') + (error.code ? ` ${error.code}` : '');
  }
};

// The bodies have the library's types; an unknown field or value does not compile.
mkdirSync('target', { recursive: true });
writeFileSync(
  'target/bodies.ts',
  `import OpenAI from 'openai';
export const chat: OpenAI.Chat.ChatCompletionCreateParamsNonStreaming = ${JSON.stringify(given.chat)};
export const response: OpenAI.Responses.ResponseCreateParamsNonStreaming = ${JSON.stringify(given.response)};
`);
const types = await name(async () => {
  try {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { encoding: 'utf8' });
    return 'ok';
  } catch (error) {
    return error.stdout;
  }
});

// The library asks the same questions of the scripted server, and reads its answers.
const answers = {
  chat: await name(async () => {
    const { choices, usage } = await client.chat.completions.create(given.chat);
    return { text: choices[0].message.content, finish: choices[0].finish_reason, tokens: usage.total_tokens };
  }),
  create: await name(async () => {
    const { id, status, background } = await client.responses.create(given.response);
    return { id, status, background };
  }),
};
answers.cancel = await name(async () => (await client.responses.cancel(answers.create.id)).status);
answers.retrieve = await name(async () => {
  const { status, output_text, usage, metadata } = await client.responses.retrieve(given.done);
  return { status, text: output_text, tokens: usage.total_tokens, metadata };
});
const faults = [];
for (let i = 0; i < given.faults; i++) faults.push(await name(() => client.chat.completions.create(given.chat)));

const unwrapped = [];
for (const { headers, body } of given.webhooks)
  unwrapped.push(
    await name(async () => {
      const event = await client.webhooks.unwrap(body, headers);
      return event.type ? `${event.type} ${event.data?.id}` : 'signed';
    }));

const signed = JSON.stringify({ type: 'response.completed', data: { id: 'resp_signed' } });
const at = new Date();
console.log(
  JSON.stringify({
    types,
    strict: isDeepStrictEqual(toStrictJsonSchema(structuredClone(given.schema)), given.schema),
    answers,
    faults,
    unwrapped,
    webhook: {
      body: signed,
      headers: {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(given.secret).sign('msg_1', at, signed),
      },
    },
  }));

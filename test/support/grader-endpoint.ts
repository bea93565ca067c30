import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** What the endpoint was asked about one key point. */
export interface AskedOfGrader {
  readonly question: string;
  readonly keyPoint: string;
  readonly answer: string;
}

export type Graded =
  /** What the model writes. */
  | { readonly content: string }
  /** It refuses, and may say why. */
  | { readonly status: number; readonly message?: string }
  /** Nothing comes until the endpoint closes. */
  | 'held';

/** A loopback endpoint that speaks as OpenAI's does; a test says what its model answers. */
export interface GraderEndpoint {
  readonly url: string;
  readonly asked: readonly AskedOfGrader[];
  /** The keys that were sent. */
  readonly keys: readonly (string | undefined)[];
  answers: (asked: AskedOfGrader) => Graded;
  close(): Promise<void>;
}

const request = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.enum(['system', 'user']), content: z.string() })),
});

export const says = (quote: string): Graded => ({ content: JSON.stringify({ says: true, quote }) });
export const SAYS_NOT: Graded = { content: '{"says": false}' };

export async function openGraderEndpoint(): Promise<GraderEndpoint> {
  const asked: AskedOfGrader[] = [];
  const keys: (string | undefined)[] = [];
  const server = createServer((incoming, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      if (incoming.method !== 'POST' || incoming.url !== '/v1/chat/completions') {
        return void response.writeHead(404).end();
      }
      const { messages } = request.parse(JSON.parse(Buffer.concat(chunks).toString()));
      const about = JSON.parse(messages.at(-1)?.content ?? '') as AskedOfGrader;
      asked.push(about);
      keys.push(incoming.headers.authorization);
      send(response, endpoint.answers(about));
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const endpoint: GraderEndpoint = {
    ...{ url: `http://127.0.0.1:${port}/v1`, asked, keys, answers: () => SAYS_NOT },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return endpoint;
}

function send(response: ServerResponse, graded: Graded): void {
  if (graded === 'held') return;
  if ('status' in graded) {
    const { status, message } = graded;
    const body = message === undefined ? '' : JSON.stringify({ error: { message } });
    return void response.writeHead(status).end(body);
  }
  const message = { role: 'assistant', content: graded.content };
  const body = { id: '1', object: 'chat.completion', choices: [{ index: 0, message }] };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

import type { Page } from 'puppeteer-core';
import { startStandInB3os } from '../stand-ins/b3os.ts';
import { startStandInOlie } from '../stand-ins/olie.ts';
import {
  type Answer,
  type Fault,
  type StandInServer,
  startStandInServer,
} from '../stand-ins/server.ts';
import { startStandInZaia } from '../stand-ins/zaia.ts';

/** Each secret tells by itself whose it is; | and / must be written otherwise in an address. */
export const SECRETS = {
  olie: 'canary-olie-7f3a|9/b1c4e8',
  b3osToken: 'canary-b3os-token-52d0|6/e93a',
  b3osKey: 'canary-b3os-key-c81e07',
  zaia: 'canary-zaia-40be9d2a',
  wrong: 'canary-wrong-1d55',
};
/** The three services with those secrets, and another host, which nobody connects. */
export async function startServers() {
  const [olie, b3os, zaia, stranger] = await Promise.all([
    startStandInOlie({ token: SECRETS.olie }),
    startStandInB3os(),
    startStandInZaia({ apiKey: SECRETS.zaia }),
    startStandInServer(() => ({ status: 200, body: {} }), Date.now),
  ]);
  return { olie, b3os, zaia, stranger };
}

/** What is searched for: any of them, also cut off or written for an address or in base64. */
export const TELLING = ['canary-', 'canary%2d', btoa('canary-').slice(0, 8), '7f3a|9', '52d0|6'];

/** What a server may say back of what it was asked with: in its address, and in its headers. */
export function echoes(inAddress: string, inHeader: string): [Answer, ...Answer[]] {
  const told = (status: number, message: string) => {
    const body = { response: false, success: false, message, error: { message } };
    return { status, body };
  };
  const path = `Cannot GET /v1/public?token=${inAddress}`;
  return [
    told(401, path),
    told(404, `Cannot GET /v1/public?token=${encodeURIComponent(inAddress)}`),
    told(500, `Invalid header: Bearer ${inHeader}`),
    // The message is cut within the secret.
    told(403, 'x'.repeat(189) + inHeader),
    told(200, path),
    { status: 200, body: `<h1>${path}</h1>` },
    { status: 500, body: `<pre>${path} ${inHeader}</pre>` },
  ];
}

/** The good answer, whose words for people end with a secret, and which has a field of that name. */
export function telling(secret: string): Fault {
  const isWords = /name|title|message|reason|invoice|value/i;
  return ({ body }) => ({
    status: 200,
    body: JSON.parse(JSON.stringify(body), (key, value: unknown) => {
      if (typeof value === 'string' && isWords.test(key)) return `${value} ${secret}`;
      return key === 'clientSafeMetadata' ? { ...Object(value), [secret]: secret } : value;
    }),
  });
}

/** The server's requests without its own secrets, and what is left of them. */
export function without(server: StandInServer, ...secrets: string[]): StandInServer {
  return {
    ...server,
    get requests() {
      const written = secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]);
      const text = JSON.stringify(server.requests);
      return JSON.parse(written.reduce((left, secret) => left.replaceAll(secret, ''), text));
    },
  };
}

/** Opens all that the popup can open. */
export function openAll(popup: Page): Promise<void> {
  return popup.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

import type { Answer, Fault, ReceivedRequest, StandInServer } from '../stand-ins/server.ts';

/** Recognizable secrets, one for each place. The | and / are written differently in an address. */
export const SECRETS = {
  olie: 'canary-olie-7f3a|9/b1c4e8',
  b3osToken: 'canary-b3os-token-52d0|6/e93a',
  b3osKey: 'canary-b3os-key-c81e07',
  zaia: 'canary-zaia-40be9d2a',
  wrong: 'canary-wrong-1d55',
};

/** Finds any of the secrets, even if it is cut, or encoded for an address or in base64. */
export const TRACES = ['canary-', 'canary%2d', btoa('canary-').slice(0, 8), '7f3a|9', '52d0|6'];

/** Answers in which a server repeats a secret from the address or a header of the request. */
export function echoes(inAddress: string, inHeader: string): Answer[] {
  const told = (status: number, message: string) => {
    const body = { response: false, success: false, message, error: { message } };
    return { status, body };
  };
  const path = `Cannot GET /v1/public?token=${inAddress}`;
  return [
    told(401, path),
    told(404, `Cannot GET /v1/public?token=${encodeURIComponent(inAddress)}`),
    told(500, `Invalid header: Bearer ${inHeader}`),
    // Our limit of 200 characters cuts the secret in two.
    told(403, 'x'.repeat(189) + inHeader),
    told(200, path),
    { status: 200, body: `<h1>${path}</h1>` },
    { status: 500, body: `<pre>${path} ${inHeader}</pre>` },
  ];
}

/** A good answer with the secret at the end of every text for people, and in a new field. */
export function telling(secret: string): Fault {
  const isForPeople = /name|title|message|reason|invoice|value/i;
  return ({ body }) => ({
    status: 200,
    body: JSON.parse(JSON.stringify(body), (key, value: unknown) => {
      if (typeof value === 'string' && isForPeople.test(key)) return `${value} ${secret}`;
      return key === 'clientSafeMetadata' ? { ...Object(value), [secret]: secret } : value;
    }),
  });
}

/** The server, without its own secrets in its list of requests. */
export function without(server: StandInServer, ...secrets: string[]): StandInServer {
  const written = secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]);
  const cleaned = (requests: ReceivedRequest[]): ReceivedRequest[] => {
    const text = JSON.stringify(requests);
    return JSON.parse(written.reduce((left, secret) => left.replaceAll(secret, ''), text));
  };
  return {
    ...server,
    get requests() {
      return cleaned(server.requests);
    },
    get aside() {
      return cleaned(server.aside);
    },
  };
}

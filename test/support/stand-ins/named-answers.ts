import type { Answer, Fault, ReceivedRequest } from './server.ts';

/** Makes a stand-in send an ETag with its answers, and answer 304 to a request that offers the same one. */
export interface NamedAnswers {
  /** For `fail` of a stand-in. */
  fault: Fault;
  /** The ETag that each request offered; undefined if it offered none. */
  offered: (string | undefined)[];
}

/** @param nameOf the ETag of the answer at that moment */
export function namedAnswers(nameOf: () => string): NamedAnswers {
  const offered: NamedAnswers['offered'] = [];
  const fault = (good: Answer, { headers }: ReceivedRequest) => {
    const at = headers.findIndex((name) => name.toLowerCase() === 'if-none-match');
    const offer = at < 0 ? undefined : headers[at + 1];
    offered.push(offer);
    const etag = nameOf();
    return offer === etag
      ? { status: 304, headers: { ETag: etag }, body: '' }
      : { ...good, headers: { ETag: etag } };
  };
  return { fault, offered };
}

import type { Answer, Fault, ReceivedRequest } from './server.ts';

/** What makes a stand-in give its answers a name, and answer 304 to who offers it. */
export interface NamedAnswers {
  /** For `fail` of a stand-in. */
  fault: Fault;
  /** The names that were offered, in the order of the requests; undefined where none was. */
  offered: (string | undefined)[];
}

/** @param nameOf the name of the answer at that moment */
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

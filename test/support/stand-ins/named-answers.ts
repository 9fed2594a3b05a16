import { isProjectRequest } from './olie.ts';
import type { Answer, Fault, ReceivedRequest } from './server.ts';

/** Makes a stand-in send an ETag with its answers (none with those about a project), and answer 304 to a request that offers the same one. */
export interface NamedAnswers {
  /** For `fail` of a stand-in. */
  fault: Fault;
  /** The ETag that each request offered; undefined if it offered none. */
  offered: (string | undefined)[];
}

/** @param nameOf the ETag of the answer at that moment */
export function namedAnswers(nameOf: () => string): NamedAnswers {
  const offered: NamedAnswers['offered'] = [];
  const fault = (good: Answer, request: ReceivedRequest) => {
    if (isProjectRequest(request)) return null;
    const { headers } = request;
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

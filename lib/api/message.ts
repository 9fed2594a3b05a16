import * as z from '../core/zod';
import { verdicts } from './refusal';
import { cut, part, partOrNull, textOrNull } from './wire';

const LONGEST_MESSAGE = 200;
/** `too_many_requests`, `auth.failed`, `invalidToken`, "success": for programs. We have our own texts. */
const CODE = /^(ok|success|\w*([a-z][A-Z]|\w[._:-]\w)[\w.:-]*)$/;

/** Only Zaia has `feedback`. */
const saying = part({
  message: textOrNull(),
  error: textOrNull(),
  feedback: partOrNull({ enUs: textOrNull(), esEs: textOrNull(), ptBr: textOrNull() }),
});

/** What a service says to people: one line of at most 200 characters, or null. */
export function readMessage(body: unknown): string | null {
  for (const verdict of verdicts(body)) {
    const { message, error, feedback } = z.parse(saying, verdict);
    for (const said of [feedback?.[feedbackLanguage()], feedback?.enUs, message, error]) {
      const [whole = ''] = (said ?? '').trim().split(/[\r\n]/, 1);
      const line = cut(whole, LONGEST_MESSAGE);
      if (line !== '' && !CODE.test(line)) return line;
    }
  }
  return null;
}

function feedbackLanguage(): 'enUs' | 'esEs' | 'ptBr' {
  const { language } = globalThis.navigator;
  if (/^pt/i.test(language)) return 'ptBr';
  return /^es/i.test(language) ? 'esEs' : 'enUs';
}

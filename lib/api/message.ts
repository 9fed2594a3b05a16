import { isObject } from '../core/feeds/is-object';
import * as z from '../core/zod';
import { verdicts } from './refusal';
import { cut, part, partOrNull, plainText, textOrNull } from './wire';

const LONGEST_MESSAGE = 200;
/** `too_many_requests`, `auth.failed`, `invalidToken`, "success": for programs. We have our own texts. */
const CODE = /^(ok|success|\w*([a-z][A-Z]|\w[._:-]\w)[\w.:-]*)$/;

/** Frameworks send a list of complaints in place of a text, and Laravel a list for each field. */
function firstOf(value: unknown): string | null {
  const [one] = Array.isArray(value) ? value : [value];
  return typeof one === 'string' ? plainText(one) : null;
}

/** Only Zaia has `feedback`. */
const saying = part({
  message: z.transform(firstOf),
  error: z.transform(firstOf),
  errors: z.transform((value: unknown) =>
    firstOf(isObject(value) ? Object.values(value)[0] : value),
  ),
  feedback: partOrNull({ enUs: textOrNull(), esEs: textOrNull(), ptBr: textOrNull() }),
});

/** What a service says to people: one line of at most 200 characters, or null. */
export function readMessage(body: unknown): string | null {
  for (const verdict of verdicts(body)) {
    const { message, error, errors, feedback } = z.parse(saying, verdict);
    for (const said of [feedback?.[feedbackLanguage()], feedback?.enUs, message, error, errors]) {
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

import { isObject } from '../core/feeds/is-object';
import * as z from '../core/zod';
import { verdicts } from './refusal';
import { part, partOrNull, plainText, textOrNull } from './wire';

const LONGEST_MESSAGE = 200;
/** `too_many_requests`, `auth.failed`, `invalidToken`, "success": for programs. We have our own texts. */
const CODE = /^(ok|success|\w*([a-z][A-Z]|\w[._:-]\w)[\w.:-]*)$/;

/** What frameworks call the text for people in one complaint of a list. */
const NAMES = ['message', 'msg', 'detail', 'title'];

/** The texts of the first complaint: frameworks send a list in place of a text, of texts or of objects. */
function textsOf(value: unknown): string[] {
  const [one] = Array.isArray(value) ? value : [value];
  const said = isObject(one) ? NAMES.map((name) => one[name]) : [one];
  return said.filter((text) => typeof text === 'string').map(plainText);
}

const texts = () => z.transform(textsOf);

/** Only Zaia has `feedback`. */
const saying = part({
  message: texts(),
  error: texts(),
  /** Laravel has a list for each field. */
  errors: z.transform((value: unknown) =>
    textsOf(isObject(value) ? Object.values(value)[0] : value),
  ),
  /** Of a failure as RFC 9457 has it. */
  detail: texts(),
  title: texts(),
  feedback: partOrNull({ enUs: textOrNull(), esEs: textOrNull(), ptBr: textOrNull() }),
});

/**
 * What a service says to people: one line of at most 200 characters, or null.
 * @param isFailure by its status. Then it may have a title and details; those of a success are of what was asked for
 */
export function readMessage(body: unknown, isFailure = false): string | null {
  for (const verdict of verdicts(body)) {
    const { message, error, errors, detail, title, feedback } = z.parse(saying, verdict);
    const feedbacks = [feedback?.[feedbackLanguage()], feedback?.enUs];
    const others = isFailure ? [...detail, ...title] : [];
    for (const said of [...feedbacks, ...message, ...error, ...errors, ...others]) {
      const firstLine = (said ?? '').trim().replace(/[\r\n].*/s, '');
      // No character is split.
      const line = plainText(firstLine.slice(0, LONGEST_MESSAGE));
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

import * as z from '../core/zod';
import { part, partOrNull, textOrNull } from './wire';

const LONGEST_MESSAGE = 200;

/** Only Zaia has `feedback`. */
const saying = part({
  message: textOrNull(),
  feedback: partOrNull({ enUs: textOrNull(), esEs: textOrNull(), ptBr: textOrNull() }),
});

/** What a service says to people: one line of at most 200 characters, or null. */
export function readMessage(body: unknown): string | null {
  const { message, feedback } = z.parse(saying, body);
  const texts = feedback ? [feedback[feedbackLanguage()], feedback.enUs, message] : [message];
  for (const said of texts) {
    const [line = ''] = (said ?? '').trim().split(/[\r\n]/, 1);
    if (line !== '') return line.slice(0, LONGEST_MESSAGE);
  }
  return null;
}

function feedbackLanguage(): 'enUs' | 'esEs' | 'ptBr' {
  const { language } = globalThis.navigator;
  if (/^pt/i.test(language)) return 'ptBr';
  return /^es/i.test(language) ? 'esEs' : 'enUs';
}

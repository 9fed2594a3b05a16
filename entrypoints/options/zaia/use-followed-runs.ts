import { useRef, useState } from 'preact/hooks';
import type { Message } from '../../../components/message-line';
import { useUi } from '../../../components/ui';
import { askDetail, follow } from '../../../lib/browser/send-command';
import { FAILURE_TEXTS, type FailureKind } from '../../../lib/core/feeds/failure';
import type { TextKey } from '../../../lib/core/texts';
import { MOST_FOLLOWED } from '../../../lib/core/zaia/followed';
import { nestingSchema } from '../../../lib/core/zaia/nesting';
import { runDetailsSchema } from '../../../lib/core/zaia/run-details';
import { readRunReference } from '../../../lib/core/zaia/run-reference';
import type { ZaiaConnection } from '../../../lib/core/zaia/zaia';
import * as z from '../../../lib/core/zod';

/** What may be asked of Zaia, with where the run is in the answer. */
const LOOK_UPS = {
  run: z.pipe(
    runDetailsSchema,
    z.transform(({ run }) => run),
  ),
  message: z.pipe(
    nestingSchema,
    // The first is the run itself.
    z.transform(({ nodes: [run] }) => run),
  ),
} as const;
/** After these, the id may still be of the other kind. */
const NOT_IT: FailureKind[] = ['unknown-id', 'server-error', 'refused', 'unexpected-answer'];

/** The form that follows one run more, and what leaves one. */
export function useFollowedRuns({ id: connectionId, followed = [] }: ZaiaConnection) {
  const { t } = useUi();
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  // Another tab may follow some while Zaia is asked.
  const count = useRef(0);
  count.current = followed.length;
  const isFull = () => count.current >= MOST_FOLLOWED;
  const say = (tone: Message['tone'], key: TextKey, ...parts: string[]) =>
    setMessage({ tone, text: t(key, ...parts) });
  const refuse = (key: TextKey) => {
    setError(t(key, 'Zaia'));
    setMessage(null);
  };

  const followRun = async () => {
    const read = readRunReference(text);
    if (!read.ok) return refuse(read.error);
    if (isFull()) return refuse('tooManyFollowed');
    setError(null);
    say('busy', 'testing', 'Zaia');
    const whats = read.what === 'either' ? (['run', 'message'] as const) : [read.what];
    const found = await lookUp(connectionId, whats, read.id);
    if ('problem' in found) return refuse(found.problem);
    const reply = await follow({ connectionId, id: found.id, isFollowed: true });
    if (reply === null) return say('bad', 'backgroundSilent');
    if (reply.failure) return say('bad', FAILURE_TEXTS[reply.failure.kind]);
    if (!reply.isDone) return refuse(isFull() ? 'tooManyFollowed' : 'connectionGone');
    // What the user has typed meanwhile stays.
    setText((now) => (now === text ? '' : now));
    say('good', 'nowFollowed');
  };

  const unfollow = async (id: string) => {
    const reply = await follow({ connectionId, id, isFollowed: false });
    if (reply === null) return say('bad', 'backgroundSilent');
    if (reply.failure) return say('bad', FAILURE_TEXTS[reply.failure.kind]);
    if (!reply.isDone) return say('bad', 'connectionGone');
    say('good', 'notFollowed');
  };

  const onInput = (typed: string) => {
    setText(typed);
    // It was said of the text before.
    setError(null);
  };

  return { text, onInput, error, message, followRun, unfollow };
}

/** Asks for a run by its id, by its message's id, or by one after the other. */
async function lookUp(
  connectionId: string,
  whats: readonly (keyof typeof LOOK_UPS)[],
  id: string,
): Promise<{ id: string } | { problem: TextKey }> {
  let failed: FailureKind = 'unknown-id';
  for (const what of whats) {
    const reply = await askDetail({ connectionId, what, argument: id });
    if (reply === null) return { problem: 'backgroundSilent' };
    const run = z.safeParse(LOOK_UPS[what], reply.data);
    if (run.data) return { id: run.data.id };
    failed = reply.failure?.kind ?? 'unexpected-answer';
    if (!NOT_IT.includes(failed)) break;
  }
  return { problem: failed === 'unknown-id' ? 'runNotFound' : FAILURE_TEXTS[failed] };
}

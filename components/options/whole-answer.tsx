import { useEffect, useState } from 'preact/hooks';
import { FAILURE_TEXTS } from '../../lib/core/feeds/failure';
import { jsonTreeSchema } from '../../lib/core/feeds/json-tree';
import type { DetailReply } from '../../lib/core/messages/reply';
import * as z from '../../lib/core/zod';
import { JsonTree } from '../json-tree';
import { useUi } from '../ui';

interface WholeAnswerProps {
  serviceName: string;
  /** @returns null if the background did not answer */
  ask(): Promise<DetailReply | null>;
}

/** All that a service answers, with every field, also as it refuses. It is asked for each time this is opened, and not kept. */
export function WholeAnswer(props: WholeAnswerProps) {
  const { t } = useUi();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="whole-answer" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('wholeAnswer')}</summary>
      {isOpen && <Answer {...props} />}
    </details>
  );
}

function Answer({ serviceName, ask }: WholeAnswerProps) {
  const { t } = useUi();
  const [reply, setReply] = useState<DetailReply | null>();
  useEffect(() => {
    let isOver = false;
    ask().then((answered) => {
      if (!isOver) setReply(answered);
    });
    return () => {
      isOver = true;
    };
  }, []);
  if (reply === undefined) return <p class="hint">{t('testing', serviceName)}</p>;
  if (reply === null) return <p class="hint">{t('backgroundSilent')}</p>;
  const { failure, data } = reply;
  const tree = z.safeParse(jsonTreeSchema, data).data;
  const isShown = tree !== undefined && tree.nodes.length > 0;
  return (
    <>
      {failure !== null && <p class="hint">{t(FAILURE_TEXTS[failure.kind], serviceName)}</p>}
      {isShown && <JsonTree tree={tree} label={t('wholeAnswer')} />}
      {failure === null && !isShown && <p class="hint">{t('timesHidden')}</p>}
    </>
  );
}

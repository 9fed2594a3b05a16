import { useEffect, useState } from 'preact/hooks';
import { FAILURE_TEXTS } from '../../lib/core/feeds/failure';
import { jsonTreeSchema, type JsonTree as Tree } from '../../lib/core/feeds/json-tree';
import type { DetailReply } from '../../lib/core/messages/reply';
import * as z from '../../lib/core/zod';
import { JsonTree } from '../json-tree';
import { useUi } from '../ui';

interface WholeAnswerProps {
  serviceName: string;
  /** @returns null if the background did not answer */
  ask(): Promise<DetailReply | null>;
}

/** All that a service answers, with every field. It is asked for each time this is opened, and not kept. */
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
  const [answer, setAnswer] = useState<Tree | string>(t('testing', serviceName));
  useEffect(() => {
    let isOver = false;
    ask().then((reply) => {
      if (!isOver) setAnswer(read(reply));
    });
    return () => {
      isOver = true;
    };
  }, []);
  const read = (reply: DetailReply | null): Tree | string => {
    if (reply === null) return t('backgroundSilent');
    if (reply.failure !== null) return t(FAILURE_TEXTS[reply.failure.kind], serviceName);
    const tree = z.safeParse(jsonTreeSchema, reply.data).data;
    return tree?.nodes.length ? tree : t('timesHidden');
  };
  if (typeof answer === 'string') return <p class="hint">{answer}</p>;
  return <JsonTree tree={answer} label={t('wholeAnswer')} />;
}

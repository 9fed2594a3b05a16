import { useEffect } from 'preact/hooks';
import { Workflows as View } from '../../components/b3os/workflows';
import type { SectionProps } from '../../components/popup/section';
import { openPage } from '../../lib/browser/page-port';
import { refresh } from '../../lib/browser/send-command';
import type { B3osFeed } from '../../lib/core/state/feed';

export { UnseenFailures } from '../../components/b3os/unseen-failures';

/** The workflows. While they are shown, B3OS tells of changes by itself. */
export function Workflows(props: SectionProps<B3osFeed>) {
  useEffect(() => openPage(() => refresh('popup')), []);
  return <View {...props} />;
}

import { useEffect } from 'preact/hooks';
import { Workflows as View } from '../../components/b3os/workflows';
import type { SectionProps } from '../../components/popup/section';
import { openPage } from '../../lib/browser/page-port';
import { refresh } from '../../lib/browser/send-command';
import type { B3osFeed } from '../../lib/core/state/feed';

/** How often to try again if the background does not know that the popup is open. */
const KEEP_EVERY_MS = 15_000;

/** The workflows. While they are shown, B3OS tells of changes by itself. */
export function Workflows(props: SectionProps<B3osFeed>) {
  useEffect(() => {
    const page = openPage(() => refresh('popup'));
    const keeping = setInterval(page.keepOpen, KEEP_EVERY_MS);
    return () => {
      clearInterval(keeping);
      page.close();
    };
  }, []);
  return <View {...props} />;
}

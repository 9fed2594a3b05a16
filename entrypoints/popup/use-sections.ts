import { useEffect, useState } from 'preact/hooks';
import type { Section } from '../../components/popup/section';
import { orElse } from '../../lib/browser/or-else';
import type { Kind } from '../../lib/core/services';

/** The sections of the popup, each loaded once such a feed is connected. Olie has the rest of the popup. */
const loaders: Partial<Record<Kind, () => Promise<Section>>> = {
  b3os: async () => {
    const { Workflows, UnseenFailures } = await import('./workflows');
    return { View: Workflows, Top: UnseenFailures };
  },
  zaia: async () => ({ View: (await import('./agent-runs')).AgentRuns }),
};

/** The sections of those services, as soon as they are loaded. */
export function useSections(kinds: Kind[]): Map<Kind, Section> {
  const [loaded, setLoaded] = useState(new Map<Kind, Section>());
  useEffect(() => {
    for (const kind of kinds) {
      orElse(async () => loaders[kind]?.()).then(
        (section) => section && setLoaded((before) => new Map(before).set(kind, section)),
      );
    }
  }, [kinds.join()]);
  return loaded;
}

import { useEffect, useState } from 'preact/hooks';
import type { Section } from '../../components/popup/section';

/** Each section is loaded when its service is connected. Olie's is always part of the popup. */
const loaders: Record<string, () => Promise<Section>> = {
  b3os: async () => (await import('../../components/b3os/workflows')).Workflows,
  zaia: async () => (await import('../../components/zaia/agent-runs')).AgentRuns,
};

/** Loads the sections of these kinds of feed. */
export function useSections(kinds: string[]): Map<string, Section> {
  const [loaded, setLoaded] = useState(new Map<string, Section>());
  const wanted = kinds.join();
  useEffect(() => {
    for (const kind of wanted.split(',')) {
      loaders[kind]?.().then((section) =>
        setLoaded((before) => new Map(before).set(kind, section)),
      );
    }
  }, [wanted]);
  return loaded;
}

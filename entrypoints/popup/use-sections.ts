import { useEffect, useState } from 'preact/hooks';
import type { Section } from '../../components/popup/section';

/** Loaded when the service is connected. Olie is part of the popup itself. */
const loaders: Record<string, () => Promise<Section>> = {
  b3os: async () => (await import('../../components/b3os/workflows')).Workflows,
  zaia: async () => (await import('../../components/zaia/agent-runs')).AgentRuns,
};

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

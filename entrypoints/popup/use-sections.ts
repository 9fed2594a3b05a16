import { useEffect, useState } from 'preact/hooks';
import type { Section } from '../../components/section';

/** Every file of `sections/` is one, named for its kind of feed: loaded where such a feed is connected. */
const loaders = import.meta.glob<Section>('../../components/sections/*.tsx', { import: 'Section' });

/** The sections of those kinds, as soon as they are loaded. */
export function useSections(kinds: string[]): Map<string, Section> {
  const [loaded, setLoaded] = useState(new Map<string, Section>());
  const wanted = kinds.join();
  useEffect(() => {
    for (const kind of wanted.split(',')) {
      loaders[`../../components/sections/${kind}.tsx`]?.().then((section) =>
        setLoaded((before) => new Map(before).set(kind, section)),
      );
    }
  }, [wanted]);
  return loaded;
}

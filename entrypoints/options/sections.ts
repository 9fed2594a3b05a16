import type { Section } from './section';

/** Every `.tsx` of `sections/` is one: a new service needs no line here. */
const files = import.meta.glob<Section>('./sections/*.tsx', { eager: true, import: 'section' });

export const sections = Object.values(files).sort((a, b) => a.order - b.order);

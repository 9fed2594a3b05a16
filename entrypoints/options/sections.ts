import { section as b3os } from './b3os/section';
import { section as olie } from './olie/section';
import type { Section } from './section';
import { section as zaia } from './zaia/section';

/** In the order of the page. */
export const sections: Section[] = [olie, b3os, zaia];

import type { BadgeTone } from '../../../lib/core/toolbar/badge.ts';

const TONES: Record<string, BadgeTone> = {
  '#0a7a52': 'running',
  '#8a5a00': 'idle',
  '#5f6b76': 'old',
  '#b3261e': 'alert',
  '#3a4fc4': 'workflow',
};

/**
 * What a badge's colour means.
 *
 * @param colour as `#rrggbb`
 * @throws Error if it is not one of ours
 */
export function toneOf(colour: string): BadgeTone {
  const tone = TONES[colour];
  if (tone === undefined) throw new Error(`The badge has an unknown colour: ${colour}`);
  return tone;
}

/** The colour as `#rrggbb`; parts after blue are ignored. */
export function hexOf(colour: readonly number[]): string {
  const hex = (part: number) => part.toString(16).padStart(2, '0');
  return `#${colour.slice(0, 3).map(hex).join('')}`;
}

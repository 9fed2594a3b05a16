import type { Outcome, Scene } from './scenes.ts';

/** @returns what becomes of the next request, which comes in that second; seconds never go back */
export function serviceOf({ trouble }: Scene): (second: number) => Outcome {
  if (trouble === null) return () => 'answer';
  const { fromS, toS, answers } = trouble;
  let thisSecond = -1;
  let answered = 0;
  return (second) => {
    if (second < fromS || second >= toS) return 'answer';
    if (answers === 0) return 'refused';
    if (second !== thisSecond) answered = 0;
    thisSecond = second;
    answered += 1;
    return answered <= answers ? 'answer' : 'too-many-requests';
  };
}

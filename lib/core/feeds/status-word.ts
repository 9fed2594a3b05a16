/** Other words for the same end. */
const ENDS: [word: string, said: RegExp][] = [
  ['succeeded', /^(success(ful)?|completed?|finished|done)$/],
  ['failed', /^(fail|failure|error(ed)?|timed?_?out)$/],
  ['cancelled', /^(canceled|aborted|terminated)$/],
];

/**
 * A status in small letters with `_` between its words, and the same word for the same end: "Workflow-Succeeded" and
 * `WORKFLOW_EXECUTION_STATUS_COMPLETED` are `succeeded`. What a status begins with to name the thing is left out.
 */
export function statusWord(said: string): string {
  const word = said
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z]+/g, '_')
    .replace(/^_?((workflow|execution|run|status)_)*|_$/g, '');
  return ENDS.find(([, end]) => end.test(word))?.[0] ?? word;
}

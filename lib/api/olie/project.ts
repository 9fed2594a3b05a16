import { isObject } from '../../core/feeds/is-object';
import { type Estimate, shownEstimate } from '../../core/olie/estimate';
import type { Timer } from '../../core/olie/timer';
import * as z from '../../core/zod';
import { unexpectedAnswer } from '../api-error';
import { part, quantity, rows, seconds, text } from '../wire';

/** The `project` in the body of `GET /api/management/projects/{id}`. */
const projectAnswer = part({
  status: text(),
  budget: quantity(),
  executors: rows({
    /** The user's (inferred). */
    id: text(),
    elapsed: seconds(),
    expected: seconds(),
    expected_amount: quantity(),
    hourly_rate: quantity(),
  }),
});

/**
 * What is expected of the timer's user on the running project.
 * @param answeredAtMs epoch milliseconds on the server's clock
 * @param timer the running timer, with the estimate before
 * @throws ApiError `unexpected-answer` if the body does not say it
 */
export function parseEstimate(body: unknown, answeredAtMs: number, timer: Timer): Estimate {
  // In an envelope, in two, or bare.
  const project = inside(inside(body, 'data'), 'project');
  const { userId, current } = timer;
  const { executors, status, budget } = z.parse(projectAnswer, project);
  const own = executors.find(({ id, expected }) => id === userId && expected);
  if (!own?.expected || own.elapsed === null) throw unexpectedAnswer();
  const before = shownEstimate(timer);
  return {
    projectId: current?.projectId ?? '',
    userId,
    // If it has not grown although the timer runs, it counts ended executions only: then it is of the first time.
    answeredAtMs: before?.elapsedS === own.elapsed ? before.answeredAtMs : answeredAtMs,
    expectedS: own.expected,
    elapsedS: own.elapsed,
    expectedAmount: own.expected_amount,
    hourlyRate: own.hourly_rate,
    status,
    budget,
  };
}

function inside(value: unknown, name: string): unknown {
  return isObject(value) && isObject(value[name]) ? value[name] : value;
}

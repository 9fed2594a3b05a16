import { isObject } from '../core/feeds/is-object';
import { layers, readFlag, toNumber } from './wire';

/**
 * The parts of a body that may say how the call went, outermost first. Older B3OS answers have an `error`.
 * @param payload what was asked for, if it is there: what failed in a run is no failure of the call
 */
export function verdicts(body: unknown, payload?: unknown): Record<string, unknown>[] {
  const all = layers(body);
  const around = isObject(payload) ? all.slice(0, all.indexOf(payload)) : all;
  return around
    .filter(isObject)
    .flatMap((layer) => [layer, layer.error])
    .filter(isObject);
}

/** The HTTP status of a failure that a body names, though it came with a success; null if it names none. */
export function statusInside(body: unknown, payload?: unknown): number | null {
  const codes = verdicts(body, payload)
    .flatMap(({ code, statusCode, status }) => [code, statusCode, status])
    .map(toNumber);
  return codes.find((code) => code >= 400 && code < 600) ?? null;
}

/** The `status` of a failed call, as JSend has it (https://github.com/omniti-labs/jsend). */
const FAILED = /^(error|fail)$/i;

/** Does the body say that the call failed, though it came with a success? */
export function isRefusal(body: unknown, payload?: unknown): boolean {
  const saysNo = ({ response, success, ok, error, status }: Record<string, unknown>) =>
    [response, success, ok].some((flag) => readFlag(flag) === false) ||
    readFlag(error) === true ||
    FAILED.test(`${status}`);
  return verdicts(body, payload).some(saysNo) || statusInside(body, payload) !== null;
}

import { isObject, layers, readFlag, toNumber } from './wire';

/** The parts of a body that may say how the call went, outermost first. Older B3OS answers have an `error`. */
export function verdicts(body: unknown): Record<string, unknown>[] {
  return layers(body)
    .filter(isObject)
    .flatMap((layer) => [layer, layer.error])
    .filter(isObject);
}

/** The HTTP status of a failure that a body names, though it came with a success; null if it names none. */
export function statusInside(body: unknown): number | null {
  const codes = verdicts(body).map(({ code, statusCode }) => toNumber(code ?? statusCode));
  return codes.find((code) => code >= 400 && code < 600) ?? null;
}

/** Does the body say that the call failed, though it came with a success? */
export function isRefusal(body: unknown): boolean {
  const flags = verdicts(body).flatMap(({ response, success }) => [response, success]);
  return flags.some((flag) => readFlag(flag) === false) || statusInside(body) !== null;
}

/** For a build of WXT that is not what the reader asked for: its errors alone are told. */
export const silent = Object.assign(() => undefined, {
  debug: () => undefined,
  log: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: console.error,
  fatal: console.error,
  success: () => undefined,
  level: 0,
});

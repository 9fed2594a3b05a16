export type BrowserKind = 'chromium' | 'firefox';
export type Machine = { env?: NodeJS.ProcessEnv; platform?: NodeJS.Platform };
export const browserKinds: BrowserKind[];
export function browserVariable(kind: BrowserKind): string;
export function findBrowser(kind: BrowserKind, machine?: Machine): string | null;

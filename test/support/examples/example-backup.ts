/** What `example-settings.ts` gives as a file of settings. */
export const written = {
  program: 'olie-timer',
  version: 2,
  connections: [
    { kind: 'olie', address: 'https://api.olie.ai', executionId: 'exe-7' },
    {
      ...{ kind: 'b3os', address: 'https://api.b3os.org' },
      ...{ label: 'Kit da Ana', executionId: 'exe_77' },
    },
    {
      ...{ kind: 'zaia', address: 'https://api.endless.zaia.app' },
      ...{ responderIds: ['5f0e3a44-6a0b-4f43-8e27-7a1f0f6f3b10'], show: 25 },
    },
  ],
  preferences: { refreshEveryS: 120, badgeShows: 'total', whenIdle: 'idle' },
};

import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    isThorough: boolean;
  }
}

/** True in `npm run test:all`. `npm test` leaves out what hardly ever finds what the rest does not. */
export const isThorough = inject('isThorough');

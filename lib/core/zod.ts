/**
 * zod/mini, told never to compile validators with `new Function`: extension pages forbid eval, and zod's probe for it
 * would log a policy violation in every user's console (https://zod.dev/api#jitless).
 */
import { config } from 'zod/mini';

config({ jitless: true });

export * from 'zod/mini';

import * as z from './zod';

export const DEFAULT_OLIE_ADDRESS = 'https://api.olie.ai';

/** What it takes to ask Olie. Holds the token: stays in `storage.local`. */
const olieConnectionSchema = z.object({
  /** New with every save: an answer belongs to the connection whose id it carries. */
  id: z.string(),
  address: z.string(),
  token: z.string(),
  executionId: z.string(),
});
export type OlieConnection = z.infer<typeof olieConnectionSchema>;

const SETTINGS_VERSION = 1;

const settingsSchema = z.object({
  version: z.literal(SETTINGS_VERSION),
  olie: z.nullable(olieConnectionSchema),
});
export type Settings = z.infer<typeof settingsSchema>;

export const NO_SETTINGS: Settings = { version: SETTINGS_VERSION, olie: null };

export interface StoredSettings {
  settings: Settings;
  /** True where something is stored that this version cannot read: it must be set aside before anything is saved. */
  unreadable: boolean;
}

/** The settings as stored; none where nothing is stored yet. */
export function parseSettings(stored: unknown): StoredSettings {
  if (stored === undefined || stored === null) return { settings: NO_SETTINGS, unreadable: false };
  const parsed = z.safeParse(settingsSchema, stored);
  return parsed.success
    ? { settings: parsed.data, unreadable: false }
    : { settings: NO_SETTINGS, unreadable: true };
}

/** The origins that the settings use: the host permissions to keep. */
export function usedAddresses(settings: Settings): string[] {
  return settings.olie ? [settings.olie.address] : [];
}

/** The token saved for the origin of that address, or null: a token goes only to the origin that it was saved for. */
export function savedToken({ olie }: Settings, address: string): string | null {
  return olie !== null && new URL(olie.address).origin === new URL(address).origin
    ? olie.token
    : null;
}

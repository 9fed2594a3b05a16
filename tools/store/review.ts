/** The permissions that `store/review.md` justifies, beside those that a manifest asks for. */
import { sectionsOf } from './listing.ts';

/** The keys of a manifest in which permissions stand. */
const KEYS = [
  'permissions',
  'optional_permissions',
  'host_permissions',
  'optional_host_permissions',
] as const;

export type Manifest = { [key in (typeof KEYS)[number]]?: readonly string[] | undefined };

/** Every permission that the manifest asks for, now or later. */
export function permissionsOf(manifest: Manifest): string[] {
  return KEYS.flatMap((key) => manifest[key] ?? []);
}

/** What stands under each permission, by its name. */
export function justificationsOf(review: string): Record<string, string> {
  const { body = '' } = sectionsOf(review).find(({ title }) => title === 'Permissions') ?? {};
  const parts = body.split(/^### /m).slice(1);
  return Object.fromEntries(
    parts.map((part) => {
      const [name = '', ...lines] = part.split('\n');
      return [name.trim(), lines.join('\n').trim()];
    }),
  );
}

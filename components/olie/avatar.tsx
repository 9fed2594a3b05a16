import { useState } from 'preact/hooks';

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** Loads the picture only over https, without a referrer. Shows initials if that fails. */
export function Avatar({ name, url }: { name: string; url: string | null }) {
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  if (url?.startsWith('https://') && url !== failedUrl) {
    return (
      <img
        class="avatar"
        src={url}
        alt={name}
        title={name}
        width={26}
        height={26}
        referrerpolicy="no-referrer"
        onError={() => setFailedUrl(url)}
      />
    );
  }
  return (
    <span class="avatar" role="img" aria-label={name} title={name}>
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** The user's initials. A picture would be a request to whatever address the service names, with the user's cookies. */
export function Avatar({ name }: { name: string }) {
  return (
    <span class="avatar" role="img" title={name}>
      {initials(name)}
    </span>
  );
}

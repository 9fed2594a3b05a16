/** By then every browser has read what it downloads. */
const KEPT_MS = 60_000;

/** Saves a text as a file, as if the user had pressed a link to it: no permission is needed for that. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}

/** Long enough for every browser to read the data. */
const KEPT_MS = 60_000;

/** Uses a link, because that needs no permission. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}

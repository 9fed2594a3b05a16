interface FileInputProps {
  id: string;
  /** Default: false. */
  hidden?: boolean;
  'aria-invalid'?: boolean;
  'aria-describedby'?: string;
  onFile(file: File): void;
}

/** The browser's own field for a file of JSON. */
export function FileInput({ onFile, ...rest }: FileInputProps) {
  return (
    <input
      {...rest}
      type="file"
      accept="application/json,.json"
      // Emptied, so that choosing the same file again counts as a change.
      onClick={(event) => {
        event.currentTarget.value = '';
      }}
      onChange={(event) => {
        const [file] = event.currentTarget.files ?? [];
        if (file) onFile(file);
      }}
    />
  );
}

type Value = string | number | { [name: string]: Value };
type Key = { [name: string]: Value };

/**
 * What a file for the Windows registry sets.
 * @param text as `regedit` exports it: keys in brackets, then values that are texts or `dword`
 * @returns keys within keys
 * @throws Error that names the first line that `regedit` would not understand
 */
export function readRegistry(text: string): Key {
  const [head, ...lines] = text.split(/\r?\n/);
  if (head !== 'Windows Registry Editor Version 5.00') throw new Error(`Not a .reg file: ${head}`);
  const root: Key = {};
  let here: Key | null = null;
  for (const line of lines.filter((one) => one !== '')) {
    const [, path] = /^\[(HKEY_[A-Z_]+\\.+)\]$/.exec(line) ?? [];
    const [, name = '', word, hex = '0'] =
      /^"([^"]+)"=(?:"([^"\\]*)"|dword:([\da-f]{8}))$/.exec(line) ?? [];
    if (path !== undefined) here = keyAt(root, path.split('\\'));
    else if (here === null || name === '') throw new Error(`Not understood: ${line}`);
    else here[name] = word ?? Number.parseInt(hex, 16);
  }
  return root;
}

function keyAt(key: Key, [name, ...rest]: string[]): Key {
  if (name === undefined) return key;
  key[name] ??= {};
  return keyAt(Object(key[name]), rest);
}

/** As Chromium reads a key by its schema: lists are keys with the values "1", "2"…, and 1 is true. */
export function bySchema(value: unknown, schema: { type: string; properties?: object }): unknown {
  if (schema.type === 'array') return Object.values(Object(value));
  if (schema.type === 'boolean') return value === 1;
  if (schema.type !== 'object') return value;
  const rows = Object.entries(Object(value)).map(([name, one]) => {
    const inner = Reflect.get(Object(schema.properties), name);
    return [name, inner === undefined ? one : bySchema(one, inner)];
  });
  return Object.fromEntries(rows);
}

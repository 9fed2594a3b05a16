/** `const token = "…"`, `$token = '…'`, `token := "…"`; without quotes as shells and `.env` files have it, and `@token = …` of editors. */
const SET =
  /(?<![\w.-])([a-z_]\w*)[ \t]*:?=[ \t]*(["'`])([^"'`\r\n]{1,4096})\2|^[ \t]*(?:(?:export |set )?([a-z_]\w*)=|@([a-z_]\w*)[ \t]*=[ \t]*)([\w|.~+/=:%-]{1,4096})[ \t]*$/gim;
/** `$NAME`, `$env:NAME`, `$($NAME)`, `${NAME}`, `{NAME}`, `{{NAME}}`, `#{NAME}`, `%NAME%`. */
const USED =
  /\$(?:env:)?([a-z_]\w*)|\$\(\$([a-z_]\w*)\)|[$#]?\{\{?\s{0,9}\$?([a-z_]\w*)\s{0,9}\}\}?|%([a-z_]\w*)%/gi;
/** `Authorization: NAME`, `"Authorization: Bearer " + NAME`, `'Authorization' => 'Bearer ' . $NAME`. */
const IN_HEADER =
  /(\bauthorization["'`]?\s{0,9}(?::|=>?|,|\]\s?=)\s{0,9})(?:((?:["'`]?Bearer )?)(["'`])\s{0,9}[+.]\s{0,9})?\$?([a-z_]\w*)\b(?!\s?[\w("'`.:=[])/gi;
/** A value that a program looks for elsewhere. */
const LOOKED_UP = /^(?:process|import|os|env)\.|[$#%]?\{|^[$%]/;

/**
 * A text in which each variable that the text itself sets is its value: snippets set the token above the request. One that is
 * set twice stays a variable, for nobody knows which is meant.
 */
export function withVariables(text: string): string {
  const values = new Map<string, string | null>();
  for (const [, quotedName, , quoted, shellName, editorName, bare] of text.matchAll(SET)) {
    const name = quotedName ?? shellName ?? editorName ?? '';
    const value = quoted ?? bare ?? '';
    const isSame = !values.has(name) || values.get(name) === value;
    const isClear = isSame && !LOOKED_UP.test(value);
    values.set(name, isClear ? value : null);
  }
  if (values.size === 0) return text;
  const inHeaders = text.replace(IN_HEADER, (all, name, before = '"', quote = '"', variable) => {
    const value = values.get(variable);
    return value ? name + before + value + quote : all;
  });
  return inHeaders.replace(USED, (all, ...[one, two, three, four]: string[]) => {
    return values.get(one ?? two ?? three ?? four ?? '') ?? all;
  });
}

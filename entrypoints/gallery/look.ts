const query = new URLSearchParams(location.search);

/** What can be chosen above the frames; the first of each is the default. The address has it, so a reload keeps it. */
export const CHOICES = {
  scheme: ['light', 'dark'],
  language: ['en', 'pt-BR', 'es'],
  width: ['380', '240', '320', '800'],
  lists: ['scrolling', 'whole'],
} as const;

function chosen<Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value {
  return values.find((value) => value === query.get(name)) ?? values[0];
}

export const look = {
  scheme: chosen('scheme', CHOICES.scheme),
  language: chosen('language', CHOICES.language),
  width: chosen('width', CHOICES.width),
  lists: chosen('lists', CHOICES.lists),
  /** Only states whose name begins so are shown. */
  only: query.get('only') ?? '',
};

type Fields = Readonly<Record<string, unknown>>;

/** The object with one of its fields left out. */
export function without<T extends object, K extends keyof T>(whole: T, name: K): Omit<T, K> {
  const rest = Object.entries(whole).filter(([other]) => other !== name);
  return Object.fromEntries(rest) as Omit<T, K>;
}

/** The object once for each of its fields, also those within others, with that one left out. */
export function withoutEach(whole: Fields): Fields[] {
  return Object.entries(whole).flatMap(([name, value]) => {
    const rest = Object.fromEntries(Object.entries(whole).filter(([other]) => other !== name));
    const deeper = isFields(value) ? withoutEach(value) : [];
    return [rest, ...deeper.map((part) => ({ ...whole, [name]: part }))];
  });
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

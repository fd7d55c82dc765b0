/** The compressions that the build keeps beside each file, the smallest first. */
export const encodings = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
] as const;

/** Returns the smallest compression that a request's `Accept-Encoding` allows. */
export function acceptedEncoding(header: string | undefined) {
  const allowed = new Map(
    (header ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, weight === undefined || Number(weight.slice(2)) > 0];
    }),
  );
  return encodings.find(({ name }) => allowed.get(name) ?? allowed.get('*') ?? false);
}

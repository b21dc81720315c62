export function graphShapes(
  schema: object,
): Record<string, string | Readonly<Record<string, string>>>;
export function pathNames(schema: object, permissions: { readonly paths: object }): string[];

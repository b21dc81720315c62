export function graphMetadata(schema: object): Record<string, string>;

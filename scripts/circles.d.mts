export function importsOf(folder: string, file: string): string[];
export function circlesIn(folder: string): string[][];

/** The files that are shipped, as the lists of today make them. */
export function madeFiles(): readonly { readonly path: string; readonly text: string }[];

import { isShownInline } from '#shell/html-body/frame/inline-images.ts';

export type Preview = 'image' | 'pdf' | 'text';

/** What larger files would take to show is more than a look is worth; they are downloaded. Bytes. */
const mostToShow: Record<Preview, number> = { image: 30e6, pdf: 30e6, text: 2e6 };

const texts = /^(text\/(plain|csv|markdown|x-log|x-diff)|application\/json)$/;

/** How a file can be looked at here; what can hold script (HTML, SVG) cannot. */
export function previewOfFile({
  type,
  name,
  size,
}: {
  readonly type: string;
  readonly name: string;
  readonly size: number;
}): Preview | undefined {
  const preview = previewByType(type.split(';', 1)[0]?.trim() ?? '', name.toLowerCase());
  return preview && size <= mostToShow[preview] ? preview : undefined;
}

function previewByType(type: string, name: string): Preview | undefined {
  if (isShownInline(type)) return 'image';
  // Some programs send everything as a stream of bytes; then the name has to do.
  const isNamedOnly = type === '' || type === 'application/octet-stream';
  if (type === 'application/pdf' || (isNamedOnly && name.endsWith('.pdf'))) return 'pdf';
  return texts.test(type) || (isNamedOnly && /\.(txt|csv|log|md)$/.test(name)) ? 'text' : undefined;
}

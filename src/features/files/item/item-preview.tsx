import { useQuery } from '@tanstack/react-query';
import { PreviewDialog } from '#shell/file-preview/preview-dialog.tsx';
import type { FileItem } from '#features/files/drive-item.ts';
import { filesQueries } from '#features/files/files-queries.ts';
import type { Place } from '#features/files/place.ts';

export function ItemPreview({
  place,
  item: { id, name, type, preview },
  onSave,
  onClose,
}: {
  place: Place;
  item: FileItem;
  onSave: () => void;
  onClose: () => void;
}) {
  const { data, error, refetch } = useQuery(filesQueries.content(place, id));
  if (!preview) return null;
  const content = { data, error, onRetry: () => void refetch() };
  return <PreviewDialog {...{ name, type, preview, content, onSave, onClose }} />;
}

/** Mail of the signed-in person: the table of contents. More particular paths come first. */
import type { GraphApp } from '#simulator/graph/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { attachmentRoutes } from '#simulator/outlook/attachments/attachment-routes.ts';
import { deltaRoutes } from '#simulator/outlook/delta/delta-routes.ts';
import { folderRoutes } from '#simulator/outlook/folders/folder-routes.ts';
import { messageChanges } from '#simulator/outlook/messages/message-changes.ts';
import { messageRoutes } from '#simulator/outlook/messages/message-routes.ts';
import { sendRoutes } from '#simulator/outlook/sending/send-routes.ts';

export function mailRoutes(app: GraphApp, context: TenantContext): void {
  deltaRoutes(app, context);
  folderRoutes(app, context);
  messageRoutes(app, context);
  messageChanges(app, context);
  sendRoutes(app, context);
  attachmentRoutes(app, context);
}

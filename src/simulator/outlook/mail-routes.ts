/** Mail of the signed-in person: the table of contents. More particular paths come first. */
import type { GraphApp } from '#simulator/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { deltaRoutes } from './delta-routes.ts';
import { folderRoutes } from './folder-routes.ts';
import { messageChanges } from './message-changes.ts';
import { messageRoutes } from './message-routes.ts';
import { sendRoutes } from './send-routes.ts';

export function mailRoutes(app: GraphApp, context: TenantContext): void {
  deltaRoutes(app, context);
  folderRoutes(app, context);
  messageRoutes(app, context);
  messageChanges(app, context);
  sendRoutes(app, context);
  attachmentRoutes(app, context);
}

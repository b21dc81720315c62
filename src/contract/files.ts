/** Drives, their items and sites of Microsoft Graph as they travel; `$select` may leave out any member but the id. */

export interface IdentitySet {
  user?: { displayName?: string | null; id?: string; email?: string };
  application?: { displayName?: string | null };
}

export interface DriveItem {
  id: string;
  name?: string;
  size?: number;
  webUrl?: string;
  createdDateTime?: string;
  lastModifiedDateTime?: string;
  createdBy?: IdentitySet;
  lastModifiedBy?: IdentitySet;
  parentReference?: { driveId?: string; path?: string; id?: string };
  file?: { mimeType?: string; hashes?: { quickXorHash?: string } };
  folder?: { childCount?: number };
  package?: { type?: string };
  image?: { width?: number; height?: number };
  thumbnails?: { id?: string; medium?: { url?: string; width?: number; height?: number } }[];
  '@microsoft.graph.downloadUrl'?: string;
}

export interface Site {
  id: string;
  displayName?: string;
  name?: string;
  description?: string;
  webUrl?: string;
}

export interface Library {
  id: string;
  name?: string;
  driveType?: string;
  webUrl?: string;
  description?: string;
  quota?: { deleted?: number; remaining?: number; state?: string; total?: number; used?: number };
}

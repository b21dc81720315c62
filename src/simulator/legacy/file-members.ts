/** A file in the members of the Files API of 2014, made from those of Graph. */

type Members = Record<string, unknown>;

interface Named {
  readonly user?: { readonly id?: string; readonly displayName?: string };
}

interface Parent {
  readonly driveId?: string;
  readonly id?: string;
  readonly path?: string;
}

export function fileMembers(item: Members, base: string): Members {
  const folder = item['folder'] as { childCount: number } | undefined;
  const address = `${base}/files/${String(item['id'])}`;
  const parent = item['parentReference'] as Parent;
  return {
    '@odata.type': `#Microsoft.FileServices.${folder ? 'Folder' : 'File'}`,
    '@odata.id': address,
    '@odata.editLink': `me/files/${String(item['id'])}`,
    createdBy: who(item['createdBy'] as Named),
    eTag: item['eTag'],
    id: item['id'],
    lastModifiedBy: who(item['lastModifiedBy'] as Named),
    name: item['name'],
    parentReference: {
      driveId: parent.driveId,
      id: parent.id,
      path: parent.path?.replace(/^.*root:/, '') || '/',
    },
    size: item['size'],
    dateTimeCreated: item['createdDateTime'],
    dateTimeLastModified: item['lastModifiedDateTime'],
    type: folder ? 'Folder' : 'File',
    webUrl: item['webUrl'],
    ...(folder ? { childCount: folder.childCount } : { contentUrl: `${address}/content` }),
  };
}

function who({ user }: Named) {
  return { application: null, user: { id: user?.id, displayName: user?.displayName } };
}

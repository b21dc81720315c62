/** Service health and the message centre of Microsoft Graph; words of fixed lists come in camel or Pascal case. */

interface Body {
  contentType?: string;
  content?: string;
}

export interface HealthOverview {
  id: string;
  service?: string;
  status?: string;
}

export interface HealthIssue {
  id: string;
  title?: string;
  service?: string;
  feature?: string;
  featureGroup?: string;
  classification?: string;
  status?: string;
  startDateTime?: string;
  endDateTime?: string | null;
  lastModifiedDateTime?: string;
  impactDescription?: string;
  isResolved?: boolean;
  posts?: { createdDateTime?: string; postType?: string; description?: Body }[];
}

export interface ServiceMessage {
  id: string;
  title?: string;
  category?: string;
  severity?: string;
  tags?: string[];
  services?: string[];
  isMajorChange?: boolean | null;
  actionRequiredByDateTime?: string | null;
  startDateTime?: string;
  lastModifiedDateTime?: string;
  body?: Body;
}

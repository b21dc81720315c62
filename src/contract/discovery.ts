/** The Office 365 Discovery service, v1.0 and v2.0 (closed for real tenants since 2019-11-01). */

export interface ServiceInfo {
  '@odata.type'?: '#Microsoft.DiscoveryServices.ServiceInfo';
  capability: string;
  entityKey: string;
  providerId: string;
  providerName: string;
  serviceAccountType: number;
  serviceApiVersion?: string;
  serviceEndpointUri: string;
  serviceId: string;
  serviceName: string;
  serviceResourceId: string;
}

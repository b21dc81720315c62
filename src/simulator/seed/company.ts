/** The fictitious company that the simulated tenant belongs to. */
export const company = {
  name: 'Northlight Instruments',
  domain: 'northlight.example',
  /** The domain every tenant is born with. */
  initialDomain: 'northlightinstruments.example',
  tenantId: '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3',
  /** First label of the tenant's SharePoint hosts. */
  sharePointName: 'northlight',
  countryLetterCode: 'GB',
  city: 'Bristol',
} as const;
